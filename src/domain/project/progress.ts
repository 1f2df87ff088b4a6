import type { Annotation } from './annotation'
import type { Dimension, Codebook } from './codebook'
import { codeEntries, missingFields, type CodeEntry } from './codes'
import type { Records } from './records'

/**
 * How far a coder is with an article or event, or with one dimension of it: not coded yet, begun, finished, or finished
 * without anything found ("coded: none").
 */
export type Progress = 'open' | 'begun' | 'coded' | 'none'

/** The dimensions asked of a kind of subject: of events their own, of articles all others. */
export const dimensionsFor = (codebook: Codebook, subject: 'article' | 'event'): readonly Dimension[] =>
  codebook.dimensions.filter((dimension) => (dimension.unit === 'event') === (subject === 'event'))

/**
 * A coder's progress with one dimension. It is finished when the coder says so, and a dimension of one code for the
 * whole article or event also when that code is there with all it asks for.
 */
export function dimensionProgress(records: Records, entries: ReadonlyMap<string, CodeEntry>, { coder, subject, dimension }: { readonly coder: string; readonly subject: string; readonly dimension: Dimension }): Progress {
  const own = [...(records.annotationsOf.get(subject)?.values() ?? [])].filter((one) => one.coder === coder && entries.get(one.code)?.dimension.id === dimension.id)
  return progressOf(own, records.sheetsOf.get(subject)?.get(coder)?.coded.includes(dimension.id) === true, dimension, entries)
}

/**
 * The same, from what there is of the dimension.
 * @param own what the coder coded of it there
 * @param finished whether the coder says that it is
 */
export function progressOf(own: readonly Annotation[], finished: boolean, dimension: Dimension, entries: ReadonlyMap<string, CodeEntry>): Progress {
  if (own.length === 0) return finished ? 'none' : 'open'
  const whole = dimension.choice === 'one' && (dimension.unit === 'article' || dimension.unit === 'event')
  const complete = (): boolean => own.every((one) => {
    const entry = entries.get(one.code)
    return entry !== undefined && missingFields(one, entry).length === 0
  })
  return finished || (whole && complete()) ? 'coded' : 'begun'
}

/** A coder's progress with an article or event: finished when every dimension asked of it is. */
export function subjectProgress(records: Records, codebook: Codebook, { coder, subject, kind, entries = codeEntries(codebook) }: { readonly coder: string; readonly subject: string; readonly kind: 'article' | 'event'; readonly entries?: ReadonlyMap<string, CodeEntry> }): Progress {
  const found = dimensionsFor(codebook, kind).map((dimension) => dimensionProgress(records, entries, { coder, subject, dimension }))
  if (found.every((one) => one === 'open')) return 'open'
  if (found.some((one) => one === 'open' || one === 'begun')) return 'begun'
  return found.every((one) => one === 'none') ? 'none' : 'coded'
}
