import type { Annotation } from '../../../domain/project/annotation'
import { describe } from '../../../domain/changes/commands/describe'
import { missingFields, shownFields, valueOf, type CodeEntry } from '../../../domain/project/codes'
import type { FieldValue } from '../../../domain/project/field'
import { FieldControl } from '../../controls/FieldControl'
import { useSession } from '../desk'
import styles from './Inspector.module.css'

/** The fields of an annotation. */
export function FieldForm({ annotation, entry, disabled }: { readonly annotation: Annotation; readonly entry: CodeEntry; readonly disabled: boolean }) {
  const session = useSession()
  const missing = missingFields(annotation, entry)
  const set = (id: string, value: FieldValue | null, joins: string | null): void => {
    session.perform(describe(session.records, { annotation: annotation.id, values: { [id]: value } }, session.circumstances()), joins)
  }
  return (
    <div className={styles['fields']}>
      {shownFields(annotation, entry).map((field) => (
        <div key={field.id} className={styles['field']}>
          <span className={styles['name']} title={field.required ? 'required' : undefined}>{field.name}{field.required && ' *'}</span>
          <FieldControl field={field} value={valueOf(annotation, field)} missing={!disabled && missing.includes(field)} disabled={disabled} onChange={(value) => { set(field.id, value, field.kind === 'text' ? `${field.id} of ${annotation.id}` : null) }} />
        </div>
      ))}
    </div>
  )
}
