import { sameSpan, type Span } from '../../domain/text/span'
import { dragEdge, type Edge } from './edges'
import type { PickedOutline } from './picked'
import type { Positions } from './positions'

export interface GripEvents {
  /** What is being dragged; undefined when nothing can be. */
  span(): Span | undefined
  /** Shows the span as it would be; null when the drag is given up or over. */
  preview(span: Span | null): void
  resize(span: Span): void
}

// Pixels from the edge of the column within which a drag scrolls it, and how far in one frame.
const EDGE = 24
const STEP = 10

/** Lets the ends of the picked mark be dragged; returns its detach. */
export function attachGrips(root: HTMLElement, outline: PickedOutline, positions: Positions, language: string | undefined, on: GripEvents): () => void {
  const attached = new AbortController()
  for (const edge of ['start', 'end'] as const) {
    outline.grips[edge].addEventListener('pointerdown', (event) => {
      const span = on.span()
      if (event.button !== 0 || !span) return
      event.preventDefault()
      event.stopPropagation()
      drag(event, edge, span)
    }, { signal: attached.signal })
  }

  function drag(down: PointerEvent, edge: Edge, before: Span): void {
    const grip = outline.grips[edge]
    const over = new AbortController()
    const { signal } = over
    let now = before
    let pointer = { x: down.clientX, y: down.clientY, exact: down.altKey }
    let frame = 0
    grip.setPointerCapture(down.pointerId)
    // The overlay must not hide the text from the question what is under the pointer.
    root.classList.add('reader-resizing')

    const look = (): void => {
      const { top, bottom } = root.getBoundingClientRect()
      const pull = pointer.y < top + EDGE ? -STEP : pointer.y > bottom - EDGE ? STEP : 0
      if (pull !== 0) root.scrollTop += pull
      const to = positions.offsetAt(pointer.x, Math.max(top + 2, Math.min(bottom - 2, pointer.y)))
      if (to !== undefined) {
        const next = dragEdge(positions.page.text, before, edge, to, pointer.exact, language)
        if (!sameSpan(next, now)) on.preview(next)
        now = next
      }
      frame = pull === 0 ? 0 : requestAnimationFrame(look)
    }
    const end = (): void => {
      over.abort()
      cancelAnimationFrame(frame)
      root.classList.remove('reader-resizing')
    }
    const giveUp = (): void => {
      end()
      on.preview(null)
    }

    grip.addEventListener('pointermove', (event) => {
      pointer = { x: event.clientX, y: event.clientY, exact: event.altKey }
      if (frame === 0) frame = requestAnimationFrame(look)
    }, { signal })
    grip.addEventListener('pointerup', () => {
      // The last movement may still be waiting for its frame.
      if (frame !== 0) look()
      end()
      on.preview(null)
      if (!sameSpan(now, before)) on.resize(now)
    }, { signal })
    grip.addEventListener('pointercancel', giveUp, { signal })
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      giveUp()
    }, { signal, capture: true })
    attached.signal.addEventListener('abort', end, { signal })
  }

  return () => { attached.abort() }
}
