import { useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { confirms } from './confirms'
import { takenBy } from './Offers'
import { useAtEnd } from './useAtEnd'

export interface Suggestion {
  readonly id: string
  readonly text: string
  /** Stands behind it, in a quieter colour. */
  readonly detail?: string
}

export interface Suggestions {
  readonly items: readonly Suggestion[]
  /** How sure it is that the first one is meant: it is the very thing, it begins like this, or it only fits somehow. */
  readonly first: 'same' | 'likely' | 'unsure'
}

export interface SuggestionsFor {
  readonly suggest: (typed: string) => Suggestions
  readonly onChoose: (id: string) => void
  /** Takes a text that names something new; without it only what is suggested can be chosen. */
  readonly onNew?: (text: string) => void
  readonly onEmpty: () => void
  /** What suggests itself, to be taken with one press. */
  readonly offers?: readonly { readonly id: string; readonly name: string }[]
  readonly onOffer?: (id: string) => void
  /** Called at Enter, once what stands in the field has been taken. `changed` is false when nothing had been typed or marked. */
  readonly onEnter: (changed: boolean) => void
}

/** A row of the list; the one that makes something new has no id. */
interface Row extends Omit<Suggestion, 'id'> { readonly id: string | null }

/** What is typed, what fits it, and which of that is marked. */
export function useSuggesting({ suggest, onChoose, onNew, onEmpty, offers = [], onOffer, onEnter }: SuggestionsFor) {
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  /** Null while nobody has marked another row than the obvious one. */
  const [moved, setMoved] = useState<number | null>(null)
  // Also read where the field is left by the very key that changes it, before it is drawn again.
  const draft = useRef<string | null>(null)
  const text = (typed ?? '').trim()
  const found: Suggestions = open || typed !== null ? suggest(text) : { items: [], first: 'unsure' }
  const fresh: Row[] = onNew && text !== '' && found.first !== 'same' ? [{ id: null, text: `Add “${text}”` }] : []
  const rows: readonly Row[] = [...found.items, ...fresh]
  const obvious = text !== '' && (found.first !== 'unsure' || found.items.length === 0) && rows.length > 0 ? 0 : -1
  const marked = Math.min(moved ?? obvious, rows.length - 1)

  const type = (value: string | null): void => {
    draft.current = value
    setTyped(value)
    setMoved(null)
    setOpen(value !== null)
  }
  const take = (row: number): void => {
    const one = rows[row]
    if (!one) return
    type(null)
    if (one.id !== null) onChoose(one.id)
    else onNew?.(text)
  }
  /**
   * Takes what stands there; of a list that was only opened what is marked, if a key says so.
   * @returns whether there was anything to take
   */
  const settle = (byKey: boolean): boolean => {
    if (marked !== -1 && (draft.current !== null || (byKey && moved !== null))) {
      take(marked)
      return true
    }
    if (draft.current === null) {
      type(null)
      return false
    }
    type(null)
    if (text === '') onEmpty()
    else onNew?.(text)
    return true
  }
  useAtEnd(() => { settle(false) })

  const offer = (id: string): void => {
    type(null)
    onOffer?.(id)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const taken = takenBy(event, offers)
    if (taken) {
      event.preventDefault()
      offer(taken.id)
      return
    }
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (open && rows.length > 0) setMoved((marked + by + (marked === -1 && by === -1 ? 1 : 0) + rows.length) % rows.length)
      else {
        setOpen(true)
        setMoved(0)
      }
    } else if (confirms(event)) {
      event.preventDefault()
      onEnter(settle(true))
    } else if (event.key === 'Tab') settle(true)
    else if (event.key === 'Escape') type(null)
  }
  return {
    typed, rows, marked, open: open && rows.length > 0, close: () => { setOpen(false) }, take, offer,
    onKeyDown, onBlur: () => { settle(false) }, onChange: (event: ChangeEvent<HTMLInputElement>) => { type(event.target.value) },
  }
}
