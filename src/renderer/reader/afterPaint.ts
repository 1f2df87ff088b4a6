/** Calls once the frame that is being prepared has been painted; returns how to call that off. */
export function afterPaint(then: () => void): () => void {
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', then, { once: true })
  channel.port1.start()
  const frame = requestAnimationFrame(() => { channel.port2.postMessage(null) })
  return () => {
    cancelAnimationFrame(frame)
    channel.port1.close()
  }
}
