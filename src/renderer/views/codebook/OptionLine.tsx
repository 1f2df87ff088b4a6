import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Field } from '../../../domain/project/field'
import { useDesk, useSession } from '../desk'
import styles from './Form.module.css'
import { holding } from './holding'
import { counted } from './words'

export const usable = (label: string): boolean => label.trim() !== ''

interface Props<T> {
  readonly name: string
  readonly index: number
  readonly options: readonly T[]
  readonly field: Field
  /** What annotations hold that were given this option. */
  readonly value: string | number
  readonly disabled: boolean
  readonly onOptions: (options: readonly T[]) => void
  readonly children: ReactNode
}

/** One option among others: up, down, away. The last one stays. */
export function OptionLine<T>({ name, index, options, field, value, disabled, onOptions, children }: Props<T>) {
  const { overlay } = useDesk()
  const session = useSession()
  const swap = (to: number): void => { onOptions(options.map((one, i) => (i === index ? options[to] ?? one : i === to ? options[index] ?? one : one))) }
  const remove = (): void => {
    const run = (): void => { onOptions(options.filter((_, i) => i !== index)) }
    const held = holding(session.records, field, value)
    if (held === 0) run()
    else overlay.set({ kind: 'confirm', title: `Remove “${name}”?`, action: 'Remove it', text: `${counted(held, 'annotation')} ${held === 1 ? 'has' : 'have'} it chosen and would keep an answer that is no longer offered. Undo brings it back.`, run })
  }
  return (
    <span className={styles['option']}>
      {children}
      <button type="button" className={styles['icon']} aria-label={`Move ${name} up`} disabled={disabled || index === 0} onClick={() => { swap(index - 1) }}><ArrowUp size={13} /></button>
      <button type="button" className={styles['icon']} aria-label={`Move ${name} down`} disabled={disabled || index === options.length - 1} onClick={() => { swap(index + 1) }}><ArrowDown size={13} /></button>
      <button type="button" className={styles['icon']} aria-label={`Remove ${name}`} disabled={disabled || options.length === 1} onClick={remove}><X size={13} /></button>
    </span>
  )
}
