import type { Annotation } from '../project/annotation'
import { THE, type Records } from '../project/records'

type Blind = Pick<Annotation, 'blind'>

/** What says of an annotation that is made now whether its coder saw the outlet. */
export const blindNow = ({ project }: Pick<Records, 'project'>): Blind => (project.get(THE)?.masking?.on === true ? { blind: true } : {})

/**
 * An annotation after its coder decided anew on its code, passage, fields or certainty: blind only where it was and still
 * is. What changes by itself, such as by a merged code or a corrected text, says nothing of what was seen.
 */
export function decidedNow<T extends Annotation>(records: Pick<Records, 'project'>, annotation: T): T {
  if (annotation.blind === undefined || blindNow(records).blind) return annotation
  const { blind: _seen, ...rest } = annotation
  return rest as T
}
