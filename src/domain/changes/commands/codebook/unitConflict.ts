import type { Code, Dimension } from '../../../project/codebook'
import type { Records } from '../../../project/records'
import { touchedBy } from './preview'
import { codesIn } from './tree'

/** What annotations of a unit are annotations of. */
const things: Readonly<Record<Dimension['unit'], string>> = { span: 'passages', paragraph: 'paragraphs', article: 'whole articles', event: 'whole events' }

/** What a dimension of this unit is about, as it reads in a sentence. */
export const thingsOf = (unit: Dimension['unit']): string => things[unit]

/**
 * Why codes and those nested in them can't go over to another unit, as a sentence: what was coded with them is there in
 * their old one. Null when they can.
 */
export function unitConflict(records: Records, codes: readonly Code[], from: Dimension['unit'], to: Dimension['unit']): string | null {
  if (from === to) return null
  const { annotations } = touchedBy(records, codesIn(codes).map((code) => code.id), '')
  if (annotations === 0) return null
  return `${annotations === 1 ? 'One annotation' : `${annotations} annotations`} of ${things[from]} would have to become ${annotations === 1 ? 'one' : 'ones'} of ${things[to]}. Delete or recode ${annotations === 1 ? 'it' : 'them'} first.`
}
