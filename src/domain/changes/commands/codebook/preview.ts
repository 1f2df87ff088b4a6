import { THE, type Records } from '../../../project/records'
import { codesIn } from './tree'

/** How much a code is used, by all coders. */
export interface CodeUse {
  readonly annotations: number
  /** In how many articles, or for a code of events, in how many events. */
  readonly articles: number
  /** Ids of the coders who used it. */
  readonly coders: ReadonlySet<string>
}

/**
 * How much codes are used, each by itself (nested codes count for themselves); unused ones are there with zeros.
 * One pass over all annotations, which must be loaded.
 * @param codes ids, or all codes of the codebook
 */
export function codeUse(records: Records, codes: readonly string[] | 'all'): ReadonlyMap<string, CodeUse> {
  const wanted = codes === 'all' ? (records.codebook.get(THE)?.dimensions ?? []).flatMap((dimension) => codesIn(dimension.codes).map((code) => code.id)) : codes
  const found = new Map(wanted.map((id) => [id, { annotations: 0, articles: 0, coders: new Set<string>(), last: '' }]))
  for (const [subject, annotations] of records.annotationsOf) {
    for (const { code, coder } of annotations.values()) {
      const use = found.get(code)
      if (!use) continue
      use.annotations += 1
      if (use.last !== subject) use.articles += 1
      use.last = subject
      use.coders.add(coder)
    }
  }
  return new Map([...found].map(([id, { annotations, articles, coders }]) => [id, { annotations, articles, coders }]))
}

/** What is made with some codes, taken together. */
export interface Touched {
  readonly annotations: number
  /** In how many articles and events. */
  readonly subjects: number
  /** How many of the annotations are other coders'. */
  readonly others: number
}

/** What a change to these codes touches. One pass over all annotations, which must be loaded. */
export function touchedBy(records: Records, codes: Iterable<string>, coder: string): Touched {
  const wanted = new Set(codes)
  let annotations = 0, subjects = 0, others = 0
  for (const group of records.annotationsOf.values()) {
    const before = annotations
    for (const one of group.values()) {
      if (!wanted.has(one.code)) continue
      annotations += 1
      if (one.coder !== coder) others += 1
    }
    if (annotations > before) subjects += 1
  }
  return { annotations, subjects, others }
}
