import type { Positions } from './positions'

// Further than a hand trembles while it clicks.
const STILL = 4

export interface PointingEvents {
  /** A button went down in the column; `selecting` when the mouse may select with it. */
  press(selecting: boolean): void
  /** The button that may have selected was let go. */
  release(): void
  /** The mouse let go after dragging, or after a double or triple click. */
  select(): void
  /** Whether there is something at an offset that can be carried out of the column. */
  carries(offset: number): boolean
  /** The mouse left the column with it, moved on out there, or came back (null). */
  carry(at: { x: number; y: number } | null): void
  /** It was let go out there. */
  drop(at: { x: number; y: number }): void
  /** A click on a character, or beside the text (undefined). */
  click(offset: number | undefined): void
  /** A click on a label, or on the count of those that had no room. */
  label(ids: readonly string[]): void
  menu(at: { x: number; y: number }, offset: number | undefined): boolean
}

const columns = new Set<HTMLElement>()

/** Turns the mouse in a column into clicks and selections; returns its detach. */
export function attachPointing(root: HTMLElement, positions: Positions, on: PointingEvents): () => void {
  const attached = new AbortController()
  const { signal } = attached
  let down: { x: number; y: number; label: string | undefined; carries: boolean } | undefined
  let carrying = false
  columns.add(root)

  const release = (): void => {
    if (carrying) on.carry(null)
    carrying = false
    if (down) on.release()
    down = undefined
    root.classList.remove('reader-selecting')
    for (const column of columns) column.classList.remove('reader-aside')
  }

  root.addEventListener('pointerdown', (event) => {
    const selecting = event.button === 0 && event.target !== root
    const under = selecting && !event.shiftKey ? positions.characterAt(event.clientX, event.clientY) : undefined
    const carries = under !== undefined && on.carries(under)
    // With Shift held the browser extends what is selected.
    on.press(selecting && !event.shiftKey)
    if (!selecting) return
    down = { x: event.clientX, y: event.clientY, label: labelled(event.target), carries }
    // Nor must it jump where it ends on a grip of the picked mark.
    root.classList.add('reader-selecting')
    // A selection begun here must not run on into the next column.
    for (const column of columns) column.classList.toggle('reader-aside', column !== root)
  }, { signal })

  window.addEventListener('pointermove', (event) => {
    if (!down?.carries) return
    const { left, right, top, bottom } = root.getBoundingClientRect()
    const outside = event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom
    if (outside || carrying) on.carry(outside ? { x: event.clientX, y: event.clientY } : null)
    carrying = outside
  }, { signal })

  window.addEventListener('pointerup', (event) => {
    if (!down || event.button !== 0) return
    const { x, y, label } = down
    if (carrying) {
      carrying = false
      release()
      on.drop({ x: event.clientX, y: event.clientY })
      return
    }
    release()
    if (label !== undefined && label === labelled(event.target)) {
      on.label(label.split(' '))
      return
    }
    const still = Math.abs(event.clientX - x) <= STILL && Math.abs(event.clientY - y) <= STILL
    // The browser settles its own selection only after this event.
    setTimeout(() => {
      if (signal.aborted) return
      if (getSelection()?.isCollapsed === false) on.select()
      else if (still) on.click(positions.characterAt(event.clientX, event.clientY))
    })
  }, { signal })

  window.addEventListener('pointercancel', release, { signal })

  root.addEventListener('contextmenu', (event) => {
    if (on.menu({ x: event.clientX, y: event.clientY }, positions.characterAt(event.clientX, event.clientY))) event.preventDefault()
  }, { signal })

  return () => {
    attached.abort()
    release()
    columns.delete(root)
  }
}

function labelled(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined
  return target.dataset['marks'] ?? target.dataset['mark']
}
