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
  for (const dimension of codebook.dimensions) {
    const [code, ...above] = pathTo(dimension.codes, id) ?? []
    const [parent = dimension] = above
    if (code) return { code, dimension, parents: [...above].reverse(), index: parent.codes.indexOf(code) }
  }
  return undefined
}

/** A code and those it is nested in, from the inside out. */
function pathTo(codes: readonly Code[], id: string): readonly Code[] | undefined {
  for (const code of codes) {
    if (code.id === id) return [code]
    const path = code.codes.length === 0 ? undefined : pathTo(code.codes, id)
    if (path) return [...path, code]
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
    const [code, ...above] = pathTo(dimension.codes, id) ?? []
    if (!code) return dimension
    let before = code, after = change(code)
    for (const parent of above) {
      after = [{ ...parent, codes: swapped(parent.codes, before, after) }]
      before = parent
    }
    return { ...dimension, codes: swapped(dimension.codes, before, after) }
  })
}

const swapped = (codes: readonly Code[], before: Code, after: readonly Code[]): readonly Code[] => codes.flatMap((one) => (one === before ? after : [one]))

/** The dimensions with a code more. */
export function insertCode(dimensions: Dimensions, code: Code, { dimension, parent, index }: Target): Dimensions {
  if (parent === null) return alterDimension(dimensions, dimension, (one) => ({ ...one, codes: inserted(one.codes, index, code) }))
  return alterCode(dimensions, parent, (one) => [{ ...one, codes: inserted(one.codes, index, code) }])
}
