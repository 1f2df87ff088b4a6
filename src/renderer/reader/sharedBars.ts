import { layoutBars, type Bar } from './sharedLanes'
import type { SharedMark } from './sharedMark'

/** A place with where its lines are, in pixels below the top of the bars' element. */
export interface SharedItem {
  /** Tells places apart. */
  readonly key: string
  readonly mark: SharedMark
  readonly top: number
  readonly bottom: number
}

const LANES = 2
const ranks = { suggested: 0, strong: 1, confirmed: 2 } as const

interface DrawnBar {
  readonly element: HTMLElement
  signature: string
}

/** The left margin: a bar level with the lines of each place. Elements are kept and only what differs is touched. */
export class SharedBars {
  readonly element = document.createElement('div')
  #drawn: DrawnBar[] = []

  constructor() {
    this.element.className = 'reader-shared'
    // What it shows is in the table of shared passages, in words; the keyboard goes from one to the next.
    this.element.ariaHidden = 'true'
  }

  draw(items: readonly SharedItem[], lit: string | null): void {
    const byKey = new Map(items.map((item) => [item.key, item.mark]))
    const bars = layoutBars(items.map(({ key, top, bottom }) => ({ id: key, top: Math.round(top) + 1, bottom: Math.round(bottom) - 1 })), LANES)
    bars.forEach((bar, i) => {
      const drawn = this.#drawn[i] ?? this.#add()
      write(drawn, bar, bar.ids.flatMap((key) => byKey.get(key) ?? []), lit)
    })
    for (const { element } of this.#drawn.splice(bars.length)) element.remove()
  }

  #add(): DrawnBar {
    const drawn = { element: document.createElement('div'), signature: '' }
    this.element.append(drawn.element)
    this.#drawn.push(drawn)
    return drawn
  }
}

function write(drawn: DrawnBar, bar: Bar, marks: readonly SharedMark[], lit: string | null): void {
  const ids = [...new Set(marks.map(({ id }) => id))]
  const state = marks.reduce<SharedMark['state']>((most, mark) => (ranks[mark.state] > ranks[most] ? mark.state : most), 'suggested')
  const weight = Math.max(0, ...marks.map(({ strength }) => strength)).toFixed(2)
  const name = `reader-bar ${state}${bar.lane > 0 ? ' outer' : ''}${lit !== null && ids.includes(lit) ? ' lit' : ''}`
  const title = [...new Set(marks.map(({ label }) => label))].join('\n')
  const signature = [name, bar.top, bar.bottom, weight, ids.join(' '), title].join('|')
  if (signature === drawn.signature) return
  drawn.signature = signature
  const { element } = drawn
  element.className = name
  element.title = title
  element.dataset['shared'] = JSON.stringify(ids)
  element.style.cssText = `top:${bar.top}px;height:${bar.bottom - bar.top}px;--weight:${weight}`
}
