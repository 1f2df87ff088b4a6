import type { KeyboardEvent } from 'react'

/** Decisions by key in the lists of boilerplate, before the list hears of it: Enter excludes, Delete keeps as text. */
export const onDecisionKey = (decide: (to: 'excluded' | 'kept', shift: boolean) => void) => (event: KeyboardEvent): void => {
  const to = event.key === 'Enter' ? 'excluded' : event.key === 'Delete' || event.key === 'Backspace' ? 'kept' : null
  if (to === null) return
  event.preventDefault()
  event.stopPropagation()
  decide(to, event.shiftKey)
}
