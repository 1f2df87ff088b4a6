import type { Records } from '../../../project/records'
import type { Edit } from '../../change'

/** Takes out all annotations made with any of some codes, everybody's, article by article. */
export function* removalOf(records: Records, codes: ReadonlySet<string>): Generator<Edit> {
  for (const annotations of records.annotationsOf.values()) {
    for (const one of annotations.values()) if (codes.has(one.code)) yield { kind: 'annotation', id: one.id, before: one, after: null }
  }
}
