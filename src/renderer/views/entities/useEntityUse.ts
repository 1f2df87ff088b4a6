import { useMemo } from 'react'
import type { Annotation } from '../../../domain/project/annotation'
import { entityUse } from '../../../domain/query/entityUse'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'

/** Which annotations name which entity, and whether all annotations are here already. */
export function useEntityUse(): { readonly use: ReadonlyMap<string, readonly Annotation[]>; readonly complete: boolean } {
  const session = useSession()
  const revision = useCell(session.revision)
  const loaded = useCell(session.loaded)
  const { article, event } = session.seen
  const complete = [...article.keys(), ...event.keys()].every((id) => loaded.has(id))
  // Records change in place; the revision tells.
  // oxlint-disable-next-line react/exhaustive-deps
  const use = useMemo(() => entityUse(session.seen), [session, revision, loaded])
  return { use, complete }
}
