import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './PickList.module.css'

interface Props {
  readonly label: string
  readonly count: number
  readonly keyOf: (index: number) => string
  /** What stands in a row: three lines at most. */
  readonly row: (index: number) => ReactNode
  readonly at: number
  readonly onGo: (index: number) => void
  /** A key that is not the list's own. @returns whether it meant something */
  readonly onKey: (key: string) => boolean
  /** Rows of one line. */
  readonly low?: boolean
}

const HIGH = 58
const LOW = 28

/** A list of things to be decided on, one of which is in hand. Arrow keys go through it; other keys decide. */
export function PickList({ label, count, keyOf, row, at, onGo, onKey, low = false }: Props) {
  const height = low ? LOW : HIGH
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const list = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => height, overscan: 8, getItemKey: keyOf })
  useEffect(() => {
    if (!document.activeElement?.matches('input, select, textarea')) box.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    list.scrollToIndex(at)
    // oxlint-disable-next-line react/exhaustive-deps -- only where the keyboard goes: whoever scrolls away from it stays where they are
  }, [at])
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? height) / height) - 1)
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: count - 1 }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    if (step !== undefined) onGo(Math.max(0, Math.min(step, count - 1)))
    else if (!onKey(event.key)) return
    event.preventDefault()
  }
  const items = list.getVirtualItems()
  return (
    <div ref={box} className={styles['list']} role="listbox" aria-label={label} tabIndex={0} data-own-keys onKeyDown={press} aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}>
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start, key }) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list hears the keys
          <div key={key} id={`${id}-${index}`} role="option" aria-selected={index === at} aria-setsize={count} aria-posinset={index + 1} tabIndex={-1} className={styles['row']} style={{ height, transform: `translateY(${start}px)` }} onClick={() => { onGo(index) }}>
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}
