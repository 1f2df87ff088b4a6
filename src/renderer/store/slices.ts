const SLICE_MS = 8

/** Long work cut into slices that leave the window time to paint and to hear the keyboard in between. */
export class Slices {
  private began = performance.now()

  /** True when the present slice has taken its time: then `rest` is due. */
  get spent(): boolean {
    return performance.now() - this.began > SLICE_MS
  }

  /** Lets everything else have its turn. Not with a timer: those come to a crawl while the window is covered. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        port1.close()
        resolve()
      })
      port1.start()
      port2.postMessage(null)
    })
    this.began = performance.now()
  }
}

/** Carries out work that pauses between its steps, in slices. @returns null when it was no longer wanted before it ended */
export async function inSlices<T>(work: Generator<unknown, T>, wanted: () => boolean): Promise<T | null> {
  for (const slices = new Slices(); ;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (slices.spent) await slices.rest()
    if (!wanted()) return null
  }
}
