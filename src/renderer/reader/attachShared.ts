export interface SharedEvents {
  /** The mouse came over a bar, or (null) left it. */
  hover(id: string | null): void
  /** A bar was clicked, which stands for these passages. */
  press(ids: readonly string[]): void
}

/** Hears what the mouse does with the bars in the left margin; returns its detach. */
export function attachShared(bars: HTMLElement, on: SharedEvents): () => void {
  const attached = new AbortController()
  const { signal } = attached
  let over: string | null = null
  const hover = (id: string | null): void => {
    if (id === over) return
    over = id
    on.hover(id)
  }
  bars.addEventListener('pointerover', (event) => { if (event.buttons === 0) hover(idsAt(event.target)[0] ?? null) }, { signal })
  bars.addEventListener('pointerout', (event) => { if (idsAt(event.relatedTarget).length === 0) hover(null) }, { signal })
  // What is pressed here selects nothing.
  bars.addEventListener('pointerdown', (event) => {
    event.stopPropagation()
    event.preventDefault()
  }, { signal })
  bars.addEventListener('click', (event) => { on.press(idsAt(event.target)) }, { signal })
  return () => {
    attached.abort()
    hover(null)
  }
}

function idsAt(target: EventTarget | null): readonly string[] {
  const ids = target instanceof HTMLElement ? target.dataset['shared'] : undefined
  return ids === undefined ? [] : (JSON.parse(ids) as readonly string[])
}
