import type { KeyboardEvent } from 'react'

/** Decisions by key in the lists of boilerplate, before the list hears of it: Enter or Delete excludes, K keeps as text. */
export const onDecisionKey = (decide: (to: 'excluded' | 'kept', shift: boolean) => void) => (event: KeyboardEvent): void => {
  const to = ['Enter', 'Delete', 'Backspace'].includes(event.key) ? 'excluded' : event.key.toLowerCase() === 'k' && !event.ctrlKey && !event.metaKey && !event.altKey ? 'kept' : null
  if (to === null) return
  event.preventDefault()
  event.stopPropagation()
  decide(to, event.shiftKey)
}
