import type { ReaderPassage } from './passages'
import type { Positions } from './positions'

/** What can be done with a passage where it stands: as `PassageState`. */
export type Decision = 'excluded' | 'kept'

export interface DeciderEvents {
  /** @param everywhere asked for all articles of the outlet */
  decide(passage: ReaderPassage, decision: Decision, everywhere: boolean): void
}

const SVG = 'http://www.w3.org/2000/svg'
const drawn: Readonly<Record<Decision, string>> = { excluded: 'M3 3l8 8M11 3l-8 8', kept: 'M2.5 7.5l3 3 6-7' }

/** The buttons that stand in the left margin of a passage while one points at it; returns its detach. */
export function attachDecider(root: HTMLElement, positions: Positions, passages: () => readonly ReaderPassage[], on: DeciderEvents): { hide(): void; detach(): void } {
  const attached = new AbortController()
  const { signal } = attached
  const element = document.createElement('div')
  element.className = 'reader-decider'
  element.hidden = true
  let shown: ReaderPassage | undefined
  const buttons = (['excluded', 'kept'] as const).map((decision) => button(decision))
  element.append(...buttons)

  const hide = (): void => {
    element.hidden = true
    shown = undefined
  }
  const show = (passage: ReaderPassage): void => {
    const line = positions.line(passage.start)
    if (!line) return
    shown = passage
    const [exclude, keep] = buttons
    if (exclude) exclude.hidden = passage.state === 'excluded'
    if (keep) keep.ariaLabel = keep.title = passage.state === 'excluded' ? 'Include it again (with Shift: in all articles of this outlet)' : 'Keep it as text (with Shift: in all articles of this outlet)'
    element.style.top = `${line.top - positions.page.body.getBoundingClientRect().top}px`
    element.style.height = `${line.bottom - line.top}px`
    if (!element.isConnected) positions.page.body.append(element)
    element.hidden = false
  }

  root.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || !(event.target instanceof Node) || element.contains(event.target)) return
    const passage = pointedAt(event.target)
    if (passage === shown) return
    if (passage) show(passage)
    else hide()
  }, { signal, passive: true })
  root.addEventListener('pointerleave', hide, { signal })
  // What is pressed here selects nothing.
  element.addEventListener('pointerdown', (event) => {
    event.stopPropagation()
    event.preventDefault()
  }, { signal })
  element.addEventListener('click', (event) => {
    const decision = event.target instanceof Element ? event.target.closest('button')?.dataset['decision'] : undefined
    const passage = shown
    if (!passage || (decision !== 'excluded' && decision !== 'kept')) return
    hide()
    on.decide(passage, decision, event.shiftKey)
  }, { signal })

  /** The passage in the paragraph under the mouse, or beside it. */
  function pointedAt(target: Node): ReaderPassage | undefined {
    const { page } = positions
    const block = passages().length === 0 ? -1 : page.blockOf(target)
    const [start, end] = [page.blocks.starts[block] ?? 0, page.blocks.ends[block] ?? 0]
    return block === -1 ? undefined : passages().find((one) => one.start < end && start < one.end)
  }

  return {
    hide,
    detach() {
      attached.abort()
      element.remove()
    },
  }
}

function button(decision: Decision): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.tabIndex = -1
  made.dataset['decision'] = decision
  if (decision === 'excluded') made.ariaLabel = made.title = 'Exclude it (with Shift: in all articles of this outlet)'
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 14 14')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', drawn[decision])
  svg.append(path)
  made.append(svg)
  return made
}
