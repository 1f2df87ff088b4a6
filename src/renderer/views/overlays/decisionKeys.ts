import type { KeyboardEvent } from 'react'

/** What a key decides in the lists of boilerplate; null for any other key. */
export function decisionOf({ key }: Pick<KeyboardEvent, 'key'>): 'excluded' | 'kept' | null {
  if (key === 'Enter') return 'excluded'
  return key === 'Delete' || key === 'Backspace' ? 'kept' : null
}
