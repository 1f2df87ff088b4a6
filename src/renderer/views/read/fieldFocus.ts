import { useEffect, useRef, type RefObject } from 'react'
import type { FieldsAsked } from '../../commands/command'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'

const rowsOf = (form: HTMLElement): readonly HTMLElement[] => [...form.querySelectorAll<HTMLElement>('[data-field]')]

/** The control of a row that takes the keyboard: of a choice the one that is chosen. */
const control = (row: HTMLElement): HTMLElement | null =>
  ['input:checked:not(:disabled)', 'input:not(:disabled), textarea:not(:disabled)', 'button:not(:disabled)'].reduce<HTMLElement | null>((found, those) => found ?? row.querySelector<HTMLElement>(those), null)

/** Gives the keyboard to the first of these rows that takes it. @returns whether one did */
function focusFirst(rows: readonly HTMLElement[]): boolean {
  for (const row of rows) {
    const target = control(row)
    target?.focus()
    if (target instanceof HTMLInputElement) target.select()
    if (target) return true
  }
  return false
}

/** Goes from a field to the next one there is something to enter in. @returns false after the last */
export function focusAfter(form: HTMLElement, field: string): boolean {
  const rows = rowsOf(form)
  const rest = rows.slice(rows.findIndex((row) => row.dataset['field'] === field) + 1)
  return focusFirst(rest.filter((row) => row.dataset['settled'] === undefined && row.dataset['aside'] === undefined))
}

function focusAsked(form: HTMLElement, asked: FieldsAsked): boolean {
  const rows = rowsOf(form)
  if (typeof asked === 'string') return (asked === 'missing' && focusFirst(rows.filter((row) => row.dataset['missing'] !== undefined))) || focusFirst(rows)
  return 'at' in asked ? focusFirst(rows.filter((row) => row.dataset['field'] === asked.at)) : focusAfter(form, asked.after)
}

/** Puts the keyboard into the field that is asked for, whenever one of this annotation is; `onNone` is called when the one filled was the last. */
export function useFieldFocus(form: RefObject<HTMLElement | null>, annotation: string, onNone: () => void): void {
  const { app, fieldsAsked } = useDesk()
  const asked = useCell(fieldsAsked)
  const mine = useCell(app.layout).picked === annotation
  const latest = useRef(onNone)
  useEffect(() => { latest.current = onNone })
  useEffect(() => {
    if (asked === null || !mine || !form.current) return
    fieldsAsked.set(null)
    // A form that may only be read takes no keyboard, and stays to be read.
    if (!focusAsked(form.current, asked) && typeof asked === 'object' && 'after' in asked) latest.current()
  }, [asked, mine, fieldsAsked, form])
}
