import type { RawCode } from './rawWork'

/** A code as a program keeps it that has no tree of codes, only names such as `harbour.strike`. */
export interface NamedCode {
  readonly key: string
  /** From the outermost in. */
  readonly path: readonly string[]
  readonly definition: string
}

/** Codes as a tree; a code that others stand under, but that is none itself, is made, with a key that no coding has. */
export function tagTree(codes: readonly NamedCode[], depth = 0): readonly RawCode[] {
  const groups = new Map<string, NamedCode[]>()
  for (const code of codes) {
    const name = code.path[depth] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), code])
  }
  return [...groups].flatMap(([name, group]): RawCode[] => {
    const above: NamedCode = { key: `above ${JSON.stringify(group[0]?.path.slice(0, depth + 1))}`, path: [], definition: '' }
    const [own = above, ...alike] = group.filter(({ path }) => path.length === depth + 1)
    const inside = group.filter(({ path }) => path.length > depth + 1)
    return [codeOf(own, name, tagTree(inside, depth + 1)), ...alike.map((one) => codeOf(one, name, []))]
  })
}

const codeOf = ({ key, definition }: NamedCode, name: string, codes: readonly RawCode[]): RawCode => ({ key, name, colour: '', definition, memo: '', fields: [], codes })
