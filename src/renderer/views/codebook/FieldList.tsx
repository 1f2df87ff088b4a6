import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../controls/Button'
import type { Field } from '../../../domain/project/field'
import { movedField, newField, withField, withoutField, type FieldKind } from '../../../domain/project/fieldList'
import { useDesk, useSession } from '../desk'
import { FieldForm } from './FieldForm'
import { holding } from './holding'
import styles from './Form.module.css'
import { counted, fieldKinds, kindName } from './words'

interface Props {
  readonly fields: readonly Field[]
  /** Fields that are asked before these: those of the dimension and of codes above. */
  readonly above: readonly Field[]
  readonly disabled: boolean
  /** Changes the fields as they are then: a name that is finished because its form goes must not bring back what was there before. */
  readonly onFields: (change: (fields: readonly Field[]) => readonly Field[]) => void
}

/** The fields of a dimension or code, one of them open to be changed. */
export function FieldList({ fields, above, disabled, onFields }: Props) {
  const { overlay } = useDesk()
  const session = useSession()
  const [open, setOpen] = useState<string | null>(null)
  const [kind, setKind] = useState<FieldKind>('one-of')
  const add = (kind: FieldKind): void => {
    const field = newField(kind, `New ${kindName(kind)}`, session.circumstances().id)
    onFields((now) => [...now, field])
    setOpen(field.id)
  }
  const remove = (field: Field): void => {
    const run = (): void => { onFields((now) => withoutField(now, field.id)) }
    const held = holding(session.records, field)
    if (held === 0) run()
    else overlay.set({ kind: 'confirm', title: `Delete the field “${field.name}”?`, action: 'Delete the field', text: `${counted(held, 'annotation')} ${held === 1 ? 'has' : 'have'} something entered in it. That is no longer shown or exported while the field is gone; Undo brings both back.`, run })
  }
  const move = (id: string, by: -1 | 1): void => {
    onFields((now) => movedField(now, id, by) ?? now)
  }
  return (
    <div className={styles['fields']}>
      {fields.map((field, i) => (
        <section key={field.id} className={styles['field']} aria-label={`Field ${field.name}`}>
          <header className={styles['fieldHead']}>
            <button type="button" className={styles['fieldName']} aria-expanded={open === field.id} onClick={() => { setOpen(open === field.id ? null : field.id) }}>
              {open === field.id ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
              <span><bdi>{field.name}</bdi>{field.required && ' *'}</span>
              <small>{kindName(field.kind)}{field.showIf && ', only if …'}</small>
            </button>
            <button type="button" className={styles['icon']} aria-label={`Move ${field.name} up`} disabled={disabled || movedField(fields, field.id, -1) === null} onClick={() => { move(field.id, -1) }}><ArrowUp size={13} /></button>
            <button type="button" className={styles['icon']} aria-label={`Move ${field.name} down`} disabled={disabled || movedField(fields, field.id, 1) === null} onClick={() => { move(field.id, 1) }}><ArrowDown size={13} /></button>
            <button type="button" className={styles['icon']} aria-label={`Delete ${field.name}`} disabled={disabled} onClick={() => { remove(field) }}><Trash2 size={13} /></button>
          </header>
          {open === field.id && <FieldForm field={field} before={[...above, ...fields.slice(0, i)]} disabled={disabled} onField={(changed) => { onFields((now) => withField(now, changed)) }} />}
        </section>
      ))}
      <div className={styles['adding']}>
        <select className={styles['add']} aria-label="Kind of the new field" value={kind} disabled={disabled} onChange={(event) => { setKind(fieldKinds.find((one) => one.value === event.target.value)?.value ?? kind) }}>
          {fieldKinds.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
        </select>
        <Button disabled={disabled} onClick={() => { add(kind) }}>Add a field</Button>
      </div>
    </div>
  )
}
