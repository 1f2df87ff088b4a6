import type { Code, Codebook, Dimension } from '../../../project/codebook'

type Dimensions = Codebook['dimensions']

/** Where a code stands in a codebook. */
export interface Place {
  readonly code: Code
  readonly dimension: Dimension
  /** The codes it is nested in, the outermost first. */
  readonly parents: readonly Code[]
  /** Its position among its siblings. */
  readonly index: number
}

/** Where a code is to stand: in a dimension, in another code of it or directly under it (null), at an index or last. */
export interface Target {
  readonly dimension: string
  readonly parent: string | null
  readonly index?: number
}

/** Where a code stands; undefined when the codebook has none of this id. */
export function placeOf(codebook: Pick<Codebook, 'dimensions'>, id: string): Place | undefined {
  const search = (dimension: Dimension, codes: readonly Code[], parents: readonly Code[]): Place | undefined => {
    for (const [index, code] of codes.entries()) {
      if (code.id === id) return { code, dimension, parents, index }
      const found = code.codes.length > 0 ? search(dimension, code.codes, [...parents, code]) : undefined
      if (found) return found
    }
    return undefined
  }
  for (const dimension of codebook.dimensions) {
    const found = search(dimension, dimension.codes, [])
    if (found) return found
  }
  return undefined
}

/** Codes with all that are nested in them, in reading order. */
export function codesIn(codes: readonly Code[]): readonly Code[] {
  const found: Code[] = []
  const walk = (siblings: readonly Code[]): void => {
    for (const code of siblings) {
      found.push(code)
      walk(code.codes)
    }
  }
  walk(codes)
  return found
}

/** A list with something put in at an index; beyond the ends, or without one, at the end. */
export function inserted<T>(list: readonly T[], index: number | undefined, one: T): readonly T[] {
  const place = indexIn(list, index)
  return [...list.slice(0, place), one, ...list.slice(place)]
}

/** The index at which `inserted` puts something in. */
export const indexIn = (list: readonly unknown[], index = list.length): number => Math.min(Math.max(index, 0), list.length)

/** The dimensions with one altered; all else stays the same objects. */
export const alterDimension = (dimensions: Dimensions, id: string, change: (dimension: Dimension) => Dimension): Dimensions =>
  dimensions.map((dimension) => (dimension.id === id ? change(dimension) : dimension))

/** The dimensions with other codes (none, one or several) in the place of one; all that is not above it stays the same objects. */
export function alterCode(dimensions: Dimensions, id: string, change: (code: Code) => readonly Code[]): Dimensions {
  return dimensions.map((dimension) => {
    const codes = alterIn(dimension.codes, id, change)
    return codes === dimension.codes ? dimension : { ...dimension, codes }
  })
}

function alterIn(codes: readonly Code[], id: string, change: (code: Code) => readonly Code[]): readonly Code[] {
  for (const [index, code] of codes.entries()) {
    const nested = code.id === id ? code.codes : alterIn(code.codes, id, change)
    const now = code.id === id ? change(code) : nested === code.codes ? null : [{ ...code, codes: nested }]
    if (now) return [...codes.slice(0, index), ...now, ...codes.slice(index + 1)]
  }
  return codes
}

/** The dimensions with a code more. */
export function insertCode(dimensions: Dimensions, code: Code, { dimension, parent, index }: Target): Dimensions {
  if (parent === null) return alterDimension(dimensions, dimension, (one) => ({ ...one, codes: inserted(one.codes, index, code) }))
  return alterCode(dimensions, parent, (one) => [{ ...one, codes: inserted(one.codes, index, code) }])
}
