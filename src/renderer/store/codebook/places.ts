import { codesIn, placeOf } from '../../../domain/changes/commands/codebook/tree'
import type { Code, Codebook } from '../../../domain/project/codebook'
import type { TreeRow } from './rows'
import { codeOf, dimensionOf, type NodeKey, type Place } from './state'

/** Where a code stands now, and among which codes, itself included. */
export interface Standing extends Place {
  readonly code: Code
  readonly siblings: readonly Code[]
  /** The name of what it stands under. */
  readonly under: string
}

export function standing(codebook: Codebook, id: string): Standing | undefined {
  const place = placeOf(codebook, id)
  if (!place) return undefined
  const { code, dimension, parents, index } = place
  const above = parents.at(-1)
  return { code, dimension: dimension.id, parent: above?.id ?? null, index, siblings: (above ?? dimension).codes, under: (above ?? dimension).name }
}

/** The ids of codes and of all that are nested in them. */
export const idsIn = (codes: readonly Code[]): readonly string[] => codesIn(codes).map((code) => code.id)

export type Step = 'up' | 'down' | 'in' | 'out'

/** Where a step takes a code: up or down among its siblings, in under the one above it, out beside what it stands under. */
export function stepped(codebook: Codebook, id: string, step: Step): Place | null {
  const now = standing(codebook, id)
  if (!now) return null
  const { dimension, parent, index, siblings } = now
  switch (step) {
    case 'up': return index === 0 ? null : { dimension, parent, index: index - 1 }
    case 'down': return index === siblings.length - 1 ? null : { dimension, parent, index: index + 1 }
    case 'in': {
      const above = siblings[index - 1]
      return above ? { dimension, parent: above.id, index: above.codes.length } : null
    }
    case 'out': {
      const outer = parent === null ? undefined : standing(codebook, parent)
      return outer ? { dimension, parent: outer.parent, index: outer.index + 1 } : null
    }
  }
}

export type Zone = 'before' | 'inside' | 'after'

/** What is meant by letting go at a height of a row, from 0 at its top to 1 at its bottom. */
export function zoneAt(height: number, dragged: NodeKey, over: TreeRow): Zone {
  // A dimension goes between dimensions, a code never beside one.
  if (dimensionOf(dragged) !== undefined) return height < 0.5 ? 'before' : 'after'
  if (over.code === null) return height < 0.7 ? 'inside' : 'after'
  return height < 0.28 ? 'before' : height > 0.72 ? 'after' : 'inside'
}

export type Landing = ({ readonly kind: 'code' } & Place) | { readonly kind: 'dimension'; readonly index: number }

/** Where what is dragged would land; null where it may not, or would be where it is. */
export function landing(codebook: Codebook, dragged: NodeKey, over: TreeRow, zone: Zone): Landing | null {
  const dimension = dimensionOf(dragged)
  if (dimension !== undefined) {
    const from = codebook.dimensions.findIndex((one) => one.id === dimension)
    const on = codebook.dimensions.indexOf(over.dimension)
    const to = (zone === 'before' ? on : on + 1) - (from < on || (from === on && zone === 'after') ? 1 : 0)
    return to === from ? null : { kind: 'dimension', index: to }
  }
  const moved = standing(codebook, codeOf(dragged) ?? '')
  if (!moved || (over.code && idsIn([moved.code]).includes(over.code.id))) return null
  const place = targetOf(codebook, over, zone)
  if (!place) return null
  const same = place.dimension === moved.dimension && place.parent === moved.parent
  const index = same && moved.index < place.index ? place.index - 1 : place.index
  return same && index === moved.index ? null : { kind: 'code', ...place, index }
}

/** As places are counted while what is dragged still stands where it was. */
function targetOf(codebook: Codebook, over: TreeRow, zone: Zone): Place | undefined {
  const { code, dimension, open } = over
  // Below an open row is its first place inside.
  const first = zone === 'after' && open === true
  if (!code) return { dimension: dimension.id, parent: null, index: first ? 0 : dimension.codes.length }
  if (zone === 'inside' || first) return { dimension: dimension.id, parent: code.id, index: first ? 0 : code.codes.length }
  const beside = standing(codebook, code.id)
  return beside && { dimension: beside.dimension, parent: beside.parent, index: zone === 'before' ? beside.index : beside.index + 1 }
}

/** Says where something stands: `just fight, 2 of 5 under Framing`. */
export function whereabouts(codebook: Codebook, key: NodeKey): string {
  const code = standing(codebook, codeOf(key) ?? '')
  if (code) return `${code.code.name}, ${code.index + 1} of ${code.siblings.length} under ${code.under}`
  const index = codebook.dimensions.findIndex((one) => one.id === dimensionOf(key))
  return `${codebook.dimensions[index]?.name ?? ''}, ${index + 1} of ${codebook.dimensions.length} dimensions`
}
