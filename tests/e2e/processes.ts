import type { ElectronApplication } from '@playwright/test'

export interface Watched {
  /** The most that each process had in memory, in MB; the one that reads files may be several, one after the other. */
  readonly main: number
  readonly reader: number
  /** What was asked of a network, or of anything but the window's own files. */
  readonly urls: readonly string[]
}

/** Watches what the application's processes take, and whether anything is asked of the network, until it ends. */
export async function watchProcesses(app: ElectronApplication): Promise<{ readonly ends: () => Promise<Watched> }> {
  const watch = await app.evaluateHandle(({ app: electron, session }) => {
    const most = { main: 0, reader: 0, urls: [] as string[], timer: undefined as ReturnType<typeof setInterval> | undefined }
    session.defaultSession.webRequest.onSendHeaders(({ url }) => { if (!url.startsWith('app://synoptic/')) most.urls.push(url) })
    most.timer = setInterval(() => {
      for (const { type, name, memory } of electron.getAppMetrics()) {
        if (type === 'Browser') most.main = Math.max(most.main, memory.workingSetSize / 1024)
        if (name === 'Synoptic reader') most.reader = Math.max(most.reader, memory.workingSetSize / 1024)
      }
    }, 50)
    return most
  })
  return {
    ends: () => watch.evaluate(({ main, reader, urls, timer }) => {
      clearInterval(timer)
      return { main, reader, urls }
    }),
  }
}
