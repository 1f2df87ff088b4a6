import { X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { SuggestBox } from '../../controls/SuggestBox'
import { valueOf } from '../../../domain/project/codes'
import { useSession } from '../desk'
import { newEntity, suggestEntities } from './entityEntry'
import styles from './FieldForm.module.css'
import type { FieldProps } from './fieldProps'

/** Entities in an order that means something: added at the end, moved with Alt and an arrow, taken out with Delete. */
export function EntitiesField({ annotation, field, offered, missing, disabled, onSay, onDone }: FieldProps) {
  const session = useSession()
  const list = useRef<HTMLOListElement>(null)
  const [held, setHeld] = useState<{ readonly id: string } | null>(null)
  const value = valueOf(annotation, field)
  const ids = typeof value === 'object' ? value : []
  const offers = disabled ? [] : offered.filter((one) => !ids.includes(one.id))
  const put = (next: readonly string[]): void => { onSay({ values: { [field.id]: next.length === 0 ? null : next } }) }
  // A row that was moved, or the one that takes the place of a removed one, has the keyboard again.
  useEffect(() => {
    if (held) list.current?.querySelector<HTMLElement>(`[data-entity="${CSS.escape(held.id)}"]`)?.focus()
  }, [held])
  const remove = (i: number): void => {
    const next = ids.filter((_, k) => k !== i)
    put(next)
    setHeld({ id: next[Math.min(i, next.length - 1)] ?? '' })
  }
  const onKey = (event: KeyboardEvent, i: number): void => {
    const by = !event.altKey ? 0 : event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const gone = event.key === 'Delete' || event.key === 'Backspace'
    if (by === 0 && !gone) return
    event.preventDefault()
    event.stopPropagation()
    if (gone) {
      remove(i)
      return
    }
    const id = ids[i] ?? ''
    const rest = ids.filter((_, k) => k !== i)
    const to = Math.max(0, Math.min(rest.length, i + by))
    put([...rest.slice(0, to), id, ...rest.slice(to)])
    setHeld({ id })
  }
  return (
    <>
      {ids.length > 0 && (
        <ol className={styles['entities']} ref={list} aria-label={field.name}>
          {ids.map((id, i) => {
            const name = session.records.entity.get(id)?.name ?? id
            return (
              <li key={id}>
                <button type="button" className={styles['entity']} data-entity={id} disabled={disabled} aria-label={`${i + 1}. ${name}`} title={disabled ? name : `${name}. Keys: Alt and an arrow move it, Del takes it out`} onKeyDown={(event) => { onKey(event, i) }}>
                  <span>{i + 1}</span><bdi>{name}</bdi>
                </button>
                {!disabled && <button type="button" className={styles['remove']} tabIndex={-1} aria-label={`Take ${name} out`} onClick={() => { remove(i) }}><X size={12} /></button>}
              </li>
            )
          })}
        </ol>
      )}
      <SuggestBox
        label={`Add to ${field.name}`} placeholder={field.hint || (ids.length === 0 ? 'Name' : 'Add another')} required={field.required} missing={missing} disabled={disabled}
        offers={offers} onOffer={(id) => { put([...ids, id]) }}
        shown="" suggest={(typed) => suggestEntities(session, typed, { offered: offers, without: ids })} onChoose={(id) => { put([...ids, id]) }} onEmpty={() => undefined}
        onNew={(name) => { onSay(newEntity(session, name, (id) => ({ [field.id]: [...ids, id] }))) }}
        onEnter={(added) => { if (!added) onDone(true) }}
      />
    </>
  )
}
