export interface Sizes {
  /** True while lines break otherwise than `width` was last told: what is at the top now is not what was. */
  stale(): boolean
  detach(): void
}

/** Watches the size of a column and of its text. */
export function attachSizes(root: HTMLElement, body: HTMLElement, on: { width(): void; height(): void }): Sizes {
  // One em wide: tells when the size of the type changes, which no event does.
  const type = document.createElement('div')
  type.className = 'reader-type'
  body.append(type)
  // What it says first is how things were when the watching began: reading that sooner would cost a layout.
  let before: { width: number; em: number; height: number } | undefined
  const sizes = (): { width: number; em: number; height: number } => ({ width: root.clientWidth, em: type.clientWidth, height: body.clientHeight })
  const observer = new ResizeObserver(() => {
    const now = sizes()
    const then = before
    before = now
    if (then && (now.width !== then.width || now.em !== then.em)) on.width()
    else if (then && now.height !== then.height) on.height()
  })
  for (const element of [root, body, type]) observer.observe(element)
  // Fonts that arrive late break lines anew without changing any size by themselves.
  const fonts = (): void => { on.width() }
  document.fonts.addEventListener('loadingdone', fonts)
  return {
    stale() {
      const now = sizes()
      return before !== undefined && (now.width !== before.width || now.em !== before.em)
    },
    detach() {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fonts)
      type.remove()
    },
  }
}
