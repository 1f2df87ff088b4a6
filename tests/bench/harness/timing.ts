// What one frame takes to paint, repeated in one window where it is short; the first ones compile.
export const REPEATS = 21
export const WARM = 10

/** Milliseconds from the start of a frame's script until that frame has been painted. */
export function painted(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now()
      work()
      afterPaint(() => { resolve(performance.now() - start) })
    })
  })
}

/** Called in a frame's script: the first message sent there arrives when that frame has been painted. */
export function afterPaint(then: () => void): void {
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', then, { once: true })
  channel.port1.start()
  channel.port2.postMessage(null)
}

/** What each of many repetitions takes, with quiet in between. */
export async function repeated(work: (at: number) => void): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < REPEATS + WARM; at += 1) {
    await calm()
    const time = await painted(() => { work(at) })
    if (at >= WARM) times.push(time)
  }
  return times
}

/** The 95th percentile of what a frame takes while a column is scrolled through, an eighth of a screen at a time. */
export async function scrolled(column: Element | null): Promise<number> {
  await calm()
  const times: number[] = []
  for (let at = 0; at < 160; at += 1) times.push(await painted(() => { column?.scrollBy(0, 107) }))
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

/** Two idle moments after two frames: nothing from before is left to be done. */
export async function calm(): Promise<void> {
  for (let at = 0; at < 2; at += 1) {
    await new Promise((resolve) => { requestAnimationFrame(resolve) })
    await new Promise((resolve) => { requestIdleCallback(resolve) })
  }
}
