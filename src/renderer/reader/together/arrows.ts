import type { Seen } from './following'

/** A place of the passage in hand that lies out of view. */
interface Beyond {
  readonly key: string
  readonly way: 'up' | 'down'
  readonly article: string
  /** The nearest of those that lie that way. */
  readonly place: number
  readonly count: number
  readonly x: number
  readonly y: number
}

/** Keeps clear of the edge by this, in pixels. */
const EDGE = 8
const HEIGHT = 24

/** Buttons at the edges of columns that lead to what lies beyond them. */
export class Arrows {
  readonly element = document.createElement('div')
  readonly #drawn = new Map<string, { element: HTMLButtonElement; signature: string; beyond: Beyond }>()

  /** @param go brings the n-th place of the passage in an article into view */
  constructor(private readonly go: (article: string, place: number) => void) {
    this.element.className = 'together-arrows'
  }

  /** Returns what draws them, which reads nothing. */
  measure(seen: readonly Seen[], lit: string | null, shifts: ReadonlyMap<string, number>, { left, top }: { readonly left: number; readonly top: number }): () => void {
    const all = lit === null ? [] : seen.flatMap(({ article, sight }): Beyond[] => {
      const places = sight.places(lit).map((place) => ({ top: place.top - (shifts.get(article) ?? 0), bottom: place.bottom - (shifts.get(article) ?? 0) }))
      const above = places.filter((place) => place.bottom <= sight.top + 2).length
      const below = places.filter((place) => place.top >= sight.bottom - 2).length
      const x = (sight.textRight + sight.right) / 2 - left
      return [
        ...(above > 0 ? [{ key: `${article} up`, way: 'up' as const, article, place: above - 1, count: above, x, y: sight.top - top + EDGE }] : []),
        ...(below > 0 ? [{ key: `${article} down`, way: 'down' as const, article, place: places.length - below, count: below, x, y: sight.bottom - top - EDGE - HEIGHT }] : []),
      ]
    })
    return () => {
      const kept = new Set(all.map(({ key }) => key))
      for (const [key, { element }] of this.#drawn) {
        if (kept.has(key)) continue
        element.remove()
        this.#drawn.delete(key)
      }
      for (const one of all) this.#write(one)
    }
  }

  #write(beyond: Beyond): void {
    const drawn = this.#drawn.get(beyond.key) ?? this.#add(beyond)
    drawn.beyond = beyond
    const { way, count, x, y } = beyond
    const signature = [count, Math.round(x), Math.round(y)].join(' ')
    if (signature === drawn.signature) return
    drawn.signature = signature
    const { element } = drawn
    element.textContent = `${way === 'up' ? '↑' : '↓'} ${count}`
    element.title = element.ariaLabel = `The shared passage is further ${way} in this column${count > 1 ? `, ${count} times` : ''}: go there`
    element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translateX(-50%)`
  }

  #add(beyond: Beyond): { element: HTMLButtonElement; signature: string; beyond: Beyond } {
    const element = document.createElement('button')
    element.type = 'button'
    element.tabIndex = -1
    const drawn = { element, signature: '', beyond }
    element.addEventListener('click', () => { this.go(drawn.beyond.article, drawn.beyond.place) })
    this.element.append(element)
    this.#drawn.set(beyond.key, drawn)
    return drawn
  }
}
