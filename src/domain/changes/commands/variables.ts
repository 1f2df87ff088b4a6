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
  if (key === '') return null
  const edits = [...new Set(ids)].flatMap((id): Edit[] => {
    const before = records[kind].get(id)
    if (!before || (Object.hasOwn(before.variables, key) ? before.variables[key] : '') === content) return []
    const others = Object.entries(before.variables).filter(([other]) => other !== key)
    const variables = Object.fromEntries(content === '' ? others : [...others, [key, content]])
    return [{ kind, id, before, after: { ...before, variables } } as Edit]
  })
  const [one, many] = nouns[kind]
  return edits.length === 0 ? null : { label: `${content === '' ? 'take away' : 'set'} ${key} of ${edits.length === 1 ? `an ${one}` : `${edits.length} ${many}`}`, edits }
}

/** Names of the variables that are in use, in alphabetical order. */
export const variableNames = (described: Iterable<{ readonly variables: Readonly<Record<string, string>> }>): readonly string[] =>
  [...new Set([...described].flatMap(({ variables }) => Object.keys(variables)))].sort((a, b) => a.localeCompare(b))
