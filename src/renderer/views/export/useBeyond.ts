import { useEffect, type RefObject } from 'react'

/**
 * Counts the columns that stand further right than can be seen, whenever the region is scrolled, is of another size or holds another table.
 * @param table what it holds
 */
export function useBeyond(region: RefObject<HTMLElement | null>, onBeyond: (columns: number) => void, table: unknown): void {
  useEffect(() => {
    const shown = region.current
    if (!shown) return undefined
    const tell = (): void => {
      const { right } = shown.getBoundingClientRect()
      onBeyond([...shown.querySelectorAll('thead th')].filter((head) => head.getBoundingClientRect().left >= right - 8).length)
    }
    // It tells of the size there is, too.
    const watching = new ResizeObserver(tell)
    watching.observe(shown)
    shown.addEventListener('scroll', tell)
    return () => {
      watching.disconnect()
      shown.removeEventListener('scroll', tell)
    }
  }, [region, onBeyond, table])
}
