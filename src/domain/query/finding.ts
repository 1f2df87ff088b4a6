import type { Annotation } from '../project/annotation'
import type { Article } from '../project/article'
import { isPlaced } from '../project/placement'
import { isOutdated, missingFields, shownFields, valueLabel, valueOf, type CodeEntry, type NameOf } from '../project/codes'
import { quoteOf } from '../text/anchor'

/** An annotation with what a list says of it. It stays right as long as neither the record nor its code's entry is replaced. */
export interface Finding {
  readonly annotation: Annotation
  /** Undefined when its code is no longer in the codebook. */
  readonly entry: CodeEntry | undefined
  /** Required fields are empty. */
  readonly incomplete: boolean
  /** Its code's definition or rules changed after it was made or last confirmed. */
  readonly outdated: boolean
  /** Its passage was not found again after the text was corrected. */
  readonly unplaced: boolean
}

/** @param article the annotation's; undefined where it is of an event */
export function findingOf(annotation: Annotation, entry: CodeEntry | undefined, article: Article | undefined): Finding {
  return {
    annotation, entry, unplaced: !isPlaced(annotation, article), incomplete: entry !== undefined && missingFields(annotation, entry).length > 0, outdated: entry !== undefined && isOutdated(annotation, entry),
  }
}

/** The values of a finding's fields that hold something, in the order of the fields, e.g. `direct quotation · the chairman`. */
export function valuesInShort({ annotation, entry }: Finding, nameOf: NameOf): string {
  if (!entry) return ''
  return shownFields(annotation, entry).map((field) => valueLabel(field, valueOf(annotation, field), nameOf)).filter((label) => label !== '').join(' · ')
}

/** What a text search looks through, in lower case: quotation, memo and values. */
export const searchedText = (finding: Finding, nameOf: NameOf): string =>
  `${quoteOf(finding.annotation.spans)}\n${finding.annotation.note}\n${valuesInShort(finding, nameOf)}`.toLocaleLowerCase()
