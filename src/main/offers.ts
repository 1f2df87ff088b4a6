import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { WorkOffer } from '../preload/contract'

/** Files the researcher picked or dropped, kept here by id so that the window never handles paths. */
export class Offers {
  private readonly known = new Map<string, readonly string[]>()

  /** @returns null when there are no files in it */
  add(paths: readonly string[]): WorkOffer | null {
    const [first] = paths
    if (first === undefined) return null
    const id = randomUUID()
    this.known.set(id, paths)
    return { id, files: paths.length, label: paths.length === 1 ? basename(first) : `${paths.length} files` }
  }

  paths(id: string): readonly string[] | undefined {
    return this.known.get(id)
  }

  end(id: string): void {
    this.known.delete(id)
  }

  clear(): void {
    this.known.clear()
  }
}
