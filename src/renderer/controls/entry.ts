import { useState, type KeyboardEvent } from 'react'
import { confirms } from './confirms'
import { useAtEnd } from './useAtEnd'

/**
 * Text that counts when it is finished: when its box is left, taken away or confirmed, and only if it differs.
 * Escape takes back what was typed. `onCommit` answers false to leave the text to be corrected.
 */
export function useEntry(value: string, onCommit: (value: string) => boolean | void, enterEnds = true) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    if (typed === null || typed === value || onCommit(typed) !== false) setTyped(null)
  }
  useAtEnd(commit)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (confirms(event) && (enterEnds ? !event.shiftKey : event.ctrlKey || event.metaKey)) {
      // A dialog that opens over this must not take the same Enter for its button.
      event.preventDefault()
      commit()
    }
    if (event.key === 'Escape' && typed !== null && typed !== value) {
      event.stopPropagation()
      setTyped(null)
    }
  }
  return { text: typed ?? value, setTyped, commit, onKeyDown }
}
