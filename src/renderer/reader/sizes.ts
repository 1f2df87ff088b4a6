/** Watches the size of a column and of its text; returns its detach. */
export function attachSizes(root: HTMLElement, body: HTMLElement, on: { width(): void; height(): void }): () => void {
  // One em wide: tells when the size of the type changes, which no event does.
  const type = document.createElement('div')
  type.className = 'reader-type'
  body.append(type)
  let width = root.clientWidth
  let em = type.clientWidth
  let height = body.clientHeight
  const observer = new ResizeObserver(() => {
    if (root.clientWidth !== width || type.clientWidth !== em) {
      width = root.clientWidth
      em = type.clientWidth
      height = body.clientHeight
      on.width()
    } else if (body.clientHeight !== height) {
      height = body.clientHeight
      on.height()
    }
  })
  for (const element of [root, body, type]) observer.observe(element)
  // Fonts that arrive late break lines anew without changing any size by themselves.
  const fonts = (): void => { on.width() }
  document.fonts.addEventListener('loadingdone', fonts)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', fonts)
    type.remove()
  }
}
