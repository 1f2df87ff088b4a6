import { useEffect, useState, type RefObject } from 'react'

/** Width of the column on the passage itself, and the least of an article's, in pixels. */
export const FIRST = 176
export const COLUMN = 220

/** With no more columns than this all of them stand in each row. */
const FEW = 8
/** How many to either side of what one sees stand there as well. */
const BESIDE = 2

interface Shown {
  readonly from: number
  readonly to: number
}

/** Which columns of the table stand in its rows, half-open: those one sees, and some beside them. */
export function useShownColumns(grid: RefObject<HTMLElement | null>, count: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: FEW })
  useEffect(() => {
    const { current } = grid
    if (!current || count <= FEW) return undefined
    const look = (): void => {
      const width = Math.max(COLUMN, (current.clientWidth - FIRST) / count)
      const from = Math.max(0, Math.floor(current.scrollLeft / width) - BESIDE)
      const to = Math.min(count, Math.ceil((current.scrollLeft + current.clientWidth - FIRST) / width) + BESIDE)
      setShown((now) => (now.from === from && now.to === to ? now : { from, to }))
    }
    look()
    const size = new ResizeObserver(look)
    size.observe(current)
    current.addEventListener('scroll', look, { passive: true })
    return () => {
      size.disconnect()
      current.removeEventListener('scroll', look)
    }
  }, [grid, count])
  return count <= FEW ? { from: 0, to: count } : shown
}
