import type { Code, Codebook } from '../../../project/codebook'
import { allFields } from '../../../project/codes'
import { LONGEST_MEMO } from '../../../project/limits'
import { THE, type Records } from '../../../project/records'
import type { Circumstances } from '../../command'
import type { Plan } from '../../plan'
import { mergedAnnotations } from './mergedAnnotations'
import { mergedCodes } from './mergedCodes'
import { touchedBy } from './preview'
import { quoted, quotedAll } from './quoted'
import { planFor, revision } from './revision'
import { placeOf } from './tree'
import { thingsOf } from './unitConflict'

/** Codes to be merged, and the code they go into. */
export interface Merger {
  readonly from: readonly string[]
  readonly into: string
}

/** Why codes can't be merged, as a sentence; null when they can. */
export function whyNotMerged(records: Records, merger: Merger): string | null {
  const merged = mergedIn(records.codebook.get(THE), merger)
  return typeof merged === 'string' ? merged : null
}

/**
 * Merges codes into another: all their annotations, everybody's, get that one and keep everything else, the version of the
 * codebook they were made under and values of fields that it does not have included. Where a coder had said the same with
 * both, one annotation stays. Nested codes, examples, definitions and rules go to that code. Null for the reasons
 * `whyNotMerged` tells. The annotations must be loaded. `touched` counts those made with the merged codes.
 */
export function mergeCodes(records: Records, merger: Merger, at: Circumstances): Plan | null {
  return planFor(() => {
    const codebook = records.codebook.get(THE)
    const merged = mergedIn(codebook, merger)
    if (!codebook || typeof merged === 'string') return null
    const { gone, into, dimensions } = merged
    const from = new Set(gone.map((code) => code.id))
    const links = new Set(allFields(codebook).filter((field) => field.kind === 'link').map((field) => field.id))
    return {
      ...revision(codebook, { dimensions }, { verb: 'merge', what: `${quotedAll(gone.map((code) => code.name))} into ${quoted(into.name)}` }, at),
      touched: () => touchedBy(records, from, at.coder).annotations,
      *rest() {
        for (const annotations of records.annotationsOf.values()) {
          if (some(annotations.values(), (one) => from.has(one.code))) yield* mergedAnnotations([...annotations.values()], { from, into: into.id, links, now: at.now })
        }
      },
    }
  })
}

/** The codes that go, the one they go into and the dimensions after it, or why it can't be. */
function mergedIn(codebook: Codebook | undefined, { from, into }: Merger): { readonly gone: readonly Code[]; readonly into: Code; readonly dimensions: Codebook['dimensions'] } | string {
  const target = codebook && placeOf(codebook, into)
  const places = [...new Set(from)].filter((id) => id !== into).map((id) => codebook && placeOf(codebook, id))
  const known = places.flatMap((place) => place ?? [])
  if (!codebook || !target || known.length < places.length) return 'One of the codes is no longer in the codebook.'
  if (known.length === 0) return 'There is no other code to merge.'
  const odd = known.find((place) => place.dimension.unit !== target.dimension.unit)
  if (odd) return `${quoted(odd.code.name)} is about ${thingsOf(odd.dimension.unit)} and ${quoted(target.code.name)} about ${thingsOf(target.dimension.unit)}. Only codes of the same unit can be merged.`
  const dimensions = mergedCodes(codebook, new Set(known.map((place) => place.code.id)), target)
  const memo = placeOf({ dimensions }, into)?.code.memo ?? ''
  if (memo.length > LONGEST_MEMO) return `The memo of ${quoted(target.code.name)} has no room for what was written about the others. Shorten a memo first.`
  return { gone: known.map((place) => place.code), into: target.code, dimensions }
}

function some<T>(all: Iterable<T>, is: (one: T) => boolean): boolean {
  for (const one of all) if (is(one)) return true
  return false
}
