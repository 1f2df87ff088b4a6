import type { Records } from '../../project/records'
import type { Edit } from '../change'
import type { Outcome } from '../command'

/** What can have variables of the researcher's own. */
export type Described = 'article' | 'event' | 'outlet'

const nouns: Readonly<Record<Described, readonly [one: string, many: string]>> = { article: ['article', 'articles'], event: ['event', 'events'], outlet: ['outlet', 'outlets'] }

/**
 * Gives a variable of many articles, events or outlets the same value; an empty value takes the variable away. Null when nothing
 * would change.
 */
export function setVariable(records: Records, kind: Described, ids: readonly string[], { name, value }: { readonly name: string; readonly value: string }): Outcome {
  const [key, content] = [name.trim(), value.trim()]
  if (!isName(key)) return null
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records[kind].get(id)
    if (!before || (Object.hasOwn(before.variables, key) ? before.variables[key] : '') === content) return []
    const others = Object.entries(before.variables).filter(([other]) => other !== key)
    const variables = content === '' ? Object.fromEntries(others) : { ...before.variables, [key]: content }
    return [{ kind, id, before, after: { ...before, variables } } as Edit]
  })
  const [one, many] = nouns[kind]
  return edits.length === 0 ? null : { label: `${content === '' ? 'take away' : 'set'} ${key} of ${edits.length === 1 ? `an ${one}` : `${edits.length} ${many}`}`, edits }
}

/** Gives a variable of an article, event or outlet another name, in its place. Null where the name is taken or none. */
export function renameVariable(records: Records, kind: Described, id: string, { from, to }: { readonly from: string; readonly to: string }): Outcome {
  const key = to.trim()
  const before = records[kind].get(id)
  if (!before || !isName(key) || !Object.hasOwn(before.variables, from) || Object.hasOwn(before.variables, key)) return null
  const variables = Object.fromEntries(Object.entries(before.variables).map(([name, value]) => [name === from ? key : name, value]))
  return { label: `rename ${from}`, edits: [{ kind, id, before, after: { ...before, variables } } as Edit] }
}

/** The one name that an object read from a file can't have is none. */
const isName = (name: string): boolean => name !== '' && name !== '__proto__'

/** Names of the variables that are in use, in alphabetical order. */
export const variableNames = (described: Iterable<{ readonly variables: Readonly<Record<string, string>> }>): readonly string[] =>
  [...new Set([...described].flatMap(({ variables }) => Object.keys(variables)))].sort((a, b) => a.localeCompare(b))

/** The values a variable has among them, each once and in alphabetical order. */
export const variableValues = (described: Iterable<{ readonly variables: Readonly<Record<string, string>> }>, name: string): readonly string[] =>
  [...new Set([...described].flatMap(({ variables }) => (Object.hasOwn(variables, name) ? variables[name] ?? [] : [])))].sort((a, b) => a.localeCompare(b))
