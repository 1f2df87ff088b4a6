import { LONGEST_MEMO } from '../../../project/limits'
import type { Records } from '../../../project/records'
import type { Sheet } from '../../../project/sheet'
import { sameData, type Edit } from '../../change'
import type { IdHere } from './work'

interface Names {
  readonly subjects: IdHere
  readonly coders: IdHere
  readonly dimensions: IdHere
}

/** Coding sheets of the work: a coder has one for each article or event, so what was finished in either is finished, and memos follow one another. */
export function joinedSheets(records: Records, sheets: readonly Sheet[], names: Names, at: { readonly now: string; readonly id: () => string }): readonly Edit[] {
  const edits = new Map<string, Edit & { readonly kind: 'sheet' }>()
  for (const theirs of sheets) {
    const subject = names.subjects.get(theirs.subject)
    if (subject === undefined) continue
    const coder = names.coders.get(theirs.coder) ?? theirs.coder, place = `${subject} ${coder}`
    const before = records.sheetsOf.get(subject)?.get(coder) ?? null
    const so = edits.get(place)?.after ?? before
    const coded = theirs.coded.map((dimension) => names.dimensions.get(dimension) ?? dimension)
    const after: Sheet = so ? together(so, coded, theirs.memo, at.now) : { ...theirs, id: records.sheet.has(theirs.id) ? at.id() : theirs.id, subject, coder, coded }
    if (!sameData(after, before)) edits.set(place, { kind: 'sheet', id: after.id, before, after })
  }
  return [...edits.values()]
}

function together(sheet: Sheet, coded: readonly string[], memo: string, now: string): Sheet {
  const more = coded.filter((one) => !sheet.coded.includes(one))
  const longer = sheet.memo.includes(memo) ? sheet.memo : [sheet.memo, memo].filter((one) => one !== '').join('\n\n')
  // What would be cut short is not added: it would be added again each time.
  const written = longer.length > LONGEST_MEMO ? sheet.memo : longer
  return more.length === 0 && written === sheet.memo ? sheet : { ...sheet, coded: [...sheet.coded, ...more], memo: written, modified: now }
}
