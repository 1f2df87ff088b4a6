import { X } from 'lucide-react'
import { Button } from '../../controls/Button'
import { askedRole, askRole, canTake, dropPart, leaveRole, takeSelection } from '../../commands/roleCommands'
import { partsOf } from '../../../domain/project/codes'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './FieldForm.module.css'
import type { FieldProps } from './fieldProps'

/** The words of the text that fill a role; they are selected there. */
export function RoleField({ annotation, field, missing, disabled }: FieldProps) {
  const desk = useDesk()
  useCell(desk.roleAsked)
  useCell(desk.app.layout)
  const parts = partsOf(annotation, field)
  const asked = askedRole(desk)?.role === field.id
  const off = disabled || annotation.unit === 'event'
  return (
    <div className={styles['role']}>
      {parts.map((part, i) => (
        <span key={`${part.start} ${part.end}`} className={styles['part']}>
          <button
            type="button" className={styles['quote']} title={part.quote} aria-label={`${field.name}: ${part.quote}. Show it in the text`} onClick={() => { desk.readers.get(annotation.subject)?.reveal(part) }}
            onKeyDown={(event) => {
              if (off || (event.key !== 'Delete' && event.key !== 'Backspace')) return
              event.preventDefault()
              dropPart(desk, field.id, i)
            }}
          ><bdi>{part.quote}</bdi></button>
          {!off && <button type="button" className={styles['remove']} tabIndex={-1} aria-label={`Take “${part.quote}” out of ${field.name}`} onClick={() => { dropPart(desk, field.id, i) }}><X size={12} /></button>}
        </span>
      ))}
      {asked ? (
        <p className={styles['asking']} role="status">
          Select the words in the text, then press <kbd>Enter</kbd>.
          <span><Button kind="main" disabled={!canTake(desk)} onClick={() => { void takeSelection(desk) }}>Take the selection</Button><Button kind="quiet" onClick={() => { leaveRole(desk) }}>Leave it</Button></span>
        </p>
      ) : !off && (
        <>
          <button type="button" className={`${styles['act']} ${missing ? styles['missing'] : ''}`} aria-label={`Select ${field.name} in the text`} onClick={() => { askRole(desk, field, 'replace') }}>{parts.length === 0 ? 'Select in the text …' : 'Another …'}</button>
          {parts.length > 0 && <button type="button" className={styles['act']} aria-label={`Add a part to ${field.name}`} onClick={() => { askRole(desk, field, 'add') }}>Add a part …</button>}
        </>
      )}
      {disabled && parts.length === 0 && <span className={styles['none']}>none</span>}
    </div>
  )
}
