/** Calls once the frame that is being prepared has been painted; returns how to call that off. */
export function afterPaint(then: () => void): () => void {
  let timer = 0
  // A task queued by a frame's script comes after that frame's painting.
  const frame = requestAnimationFrame(() => { timer = window.setTimeout(then) })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
