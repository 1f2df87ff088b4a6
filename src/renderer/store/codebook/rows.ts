import type { Code, Codebook, Dimension } from '../../../domain/project/codebook'
import { codeKey, dimensionKey, type Draft, type NodeKey } from './state'

/** One visible line of the outline. */
export interface TreeRow {
  readonly key: NodeKey
  /** 1 for dimensions. */
  readonly level: number
  /** Its place among the rows of the same parent, from 1, and how many those are. */
  readonly position: number
  readonly size: number
  /** Whether what lies below it is shown; null when nothing does. */
  readonly open: boolean | null
  readonly parent: NodeKey | null
  readonly dimension: Dimension
  /** Null for the dimension itself. */
  readonly code: Code | null
}

/** The rows that are shown: without what is folded away, or, while something is typed, what holds every word and what leads there. */
export function treeRows(codebook: Codebook, folded: ReadonlySet<NodeKey>, filter: string): readonly TreeRow[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = words.length === 0 ? undefined : matching(codebook, words)
  const rows: TreeRow[] = []
  const walk = (codes: readonly Code[], above: TreeRow): void => {
    const kept = found ? codes.filter((code) => found.has(codeKey(code.id))) : codes
    kept.forEach((code, i) => {
      const key = codeKey(code.id)
      const row = { key, level: above.level + 1, position: i + 1, size: kept.length, open: openness(key, code.codes), parent: above.key, dimension: above.dimension, code }
      rows.push(row)
      if (row.open === true) walk(code.codes, row)
    })
  }
  const openness = (key: NodeKey, codes: readonly Code[]): boolean | null => {
    if (found) return codes.some((code) => found.has(codeKey(code.id))) ? true : null
    return codes.length === 0 ? null : !folded.has(key)
  }
  const dimensions = found ? codebook.dimensions.filter((one) => found.has(dimensionKey(one.id))) : codebook.dimensions
  dimensions.forEach((dimension, i) => {
    const key = dimensionKey(dimension.id)
    const row: TreeRow = { key, level: 1, position: i + 1, size: dimensions.length, open: openness(key, dimension.codes), parent: null, dimension, code: null }
    rows.push(row)
    if (row.open === true) walk(dimension.codes, row)
  })
  return rows
}

function matching(codebook: Codebook, words: readonly string[]): ReadonlySet<NodeKey> {
  const found = new Set<NodeKey>()
  const holds = (name: string): boolean => words.every((word) => name.toLocaleLowerCase().includes(word))
  const search = (key: NodeKey, name: string, codes: readonly Code[]): boolean => {
    const below = codes.map((code) => search(codeKey(code.id), code.name, code.codes)).includes(true)
    if (below || holds(name)) found.add(key)
    return found.has(key)
  }
  for (const dimension of codebook.dimensions) search(dimensionKey(dimension.id), dimension.name, dimension.codes)
  return found
}

/** Before which row the line for a new name stands, and how far in. */
export function draftRow(rows: readonly TreeRow[], draft: Draft): { readonly at: number; readonly level: number } {
  if (draft.kind === 'dimension') {
    const next = rows.findIndex((row) => row.level === 1 && row.position > draft.index)
    return { at: next === -1 ? rows.length : next, level: 1 }
  }
  const parent = draft.parent === null ? dimensionKey(draft.dimension) : codeKey(draft.parent)
  const above = rows.findIndex((row) => row.key === parent)
  const level = (rows[above]?.level ?? 0) + 1
  let at = above + 1
  while ((rows[at]?.level ?? 0) >= level && !(rows[at]?.level === level && (rows[at]?.position ?? 0) > draft.index)) at += 1
  return { at, level }
}

/** The codes from one row to another, in the order they are shown. */
export function codesBetween(rows: readonly TreeRow[], from: NodeKey, to: NodeKey): readonly string[] {
  const [a = -1, b = -1] = [from, to].map((key) => rows.findIndex((row) => row.key === key)).sort((x, y) => x - y)
  return rows.slice(Math.max(0, a), b + 1).flatMap((row) => row.code?.id ?? [])
}
