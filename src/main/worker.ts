import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { importFiles, type ImportedItem } from '../formats/importFiles'

/** What the worker is to do. */
export interface ImportOrder {
  readonly paths: readonly string[]
  /** SHA-256 of each text in the project, and what its article is called. */
  readonly known: readonly (readonly [string, string])[]
}

export type WorkerMessage =
  | { readonly kind: 'item'; readonly item: ImportedItem }
  | { readonly kind: 'progress'; readonly progress: { readonly done: number; readonly total: number; readonly now: string } }

async function work(order: ImportOrder): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('The import worker runs only as a worker.')
  const post = (message: WorkerMessage): void => { port.postMessage(message) }
  const items = importFiles({ paths: order.paths, known: new Map(order.known) }, {
    id: randomUUID,
    now: () => new Date().toISOString(),
    progress: (progress) => { post({ kind: 'progress', progress }) },
  })
  for await (const item of items) {
    const stored = once(port, 'message')
    post({ kind: 'item', item })
    // One text at a time: a large corpus must not pile up in memory while the disk is slow.
    await stored
  }
}

work(workerData as ImportOrder).then(() => { parentPort?.close() }, (error: unknown) => { throw error })
