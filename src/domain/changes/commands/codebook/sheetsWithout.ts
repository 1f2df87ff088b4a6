import type { Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { Circumstances } from '../../command'

/** Takes dimensions that are no more out of everybody's coding sheets; a sheet that says nothing any more goes. */
export function* sheetsWithout(records: Records, isGone: (dimension: string) => boolean, at: Circumstances): Generator<Edit> {
  for (const before of records.sheet.values()) {
    const coded = before.coded.filter((id) => !isGone(id))
    if (coded.length === before.coded.length) continue
    yield { kind: 'sheet', id: before.id, before, after: coded.length === 0 && before.memo === '' ? null : { ...before, coded, modified: at.now } }
  }
}
