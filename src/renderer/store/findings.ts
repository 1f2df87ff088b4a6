import { findingOf, type Finding } from '../../domain/query/finding'
import type { Annotation } from '../../domain/project/annotation'
import type { NameOf } from '../../domain/project/codes'
import { isPlaced } from '../../domain/project/placement'
import type { Session } from './session'

const known = new WeakMap<Annotation, Finding>()

/** What a list says of an annotation; worked out once for each record, and anew when the codebook changes. */
export function findingFor(session: Session, annotation: Annotation): Finding {
  const entry = session.codes().get(annotation.code)
  const article = session.seen.article.get(annotation.subject)
  const found = known.get(annotation)
  if (found && found.entry === entry && found.unplaced === !isPlaced(annotation, article)) return found
  const fresh = findingOf(annotation, entry, article)
  known.set(annotation, fresh)
  return fresh
}

/** What the project's entities are called. */
export const entityNames = (session: Session): NameOf => (id) => session.records.entity.get(id)?.name
