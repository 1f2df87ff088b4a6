import type { Description } from '../../../domain/changes/commands/describe'
import type { Annotation } from '../../../domain/project/annotation'
import type { Entity } from '../../../domain/project/entity'
import type { Field } from '../../../domain/project/field'

/** What every field's control is given. */
export interface FieldProps {
  readonly annotation: Annotation
  readonly field: Field
  readonly missing: boolean
  /** Entities that are named where the annotation stands. */
  readonly offered: readonly Entity[]
  readonly disabled: boolean
  readonly onSay: (said: Omit<Description, 'annotation'>) => void
  /** Goes on to the next field; `leave` says to go back to the text after the last. */
  readonly onDone: (leave: boolean) => void
}
