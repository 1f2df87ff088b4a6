import { NewerVersionError } from '../../domain/project/format'
import { atOnce } from '../atOnce'
import { errorCode, readBytes } from '../disk'
import { DamageError } from '../envelope'
import { kindOf } from '../fileNames'
import type { Place } from '../place'
import { contentsOf, type Contents } from './contents'
import type { Objects } from './objects'
import { countIn } from './recordsIn'
import type { Entry } from './snapshot'

/** Files read at the same time: what is being saved meanwhile must get its turn at the disk. */
const AT_ONCE = 2
/** Somebody who goes on writing faster than this is waited for another time. */
const MOST_PASSES = 6

export interface Collecting {
  /** Gives up when it is aborted. */
  readonly signal: AbortSignal | undefined
  /** Called when its turn has come: before that it may wait for a copy that is being made. */
  readonly begun: () => void
  /** False when texts that no snapshot has yet are left out. */
  readonly texts: boolean
}

/**
 * Keeps the files of a project as they are at one moment, without holding up whoever writes them: they are looked at again
 * and again until nothing has changed from one time to the next.
 */
export class Collector {
  /** Files that are not what they should be, with the stamp they were seen with. */
  readonly #bad = new Map<string, string>()
  #known: Map<string, Entry>

  /** @param known of earlier snapshots: what has the same stamp is not read again */
  constructor(private readonly place: Place, private readonly objects: Objects, known: ReadonlyMap<string, Entry>, private readonly how: Pick<Collecting, 'signal' | 'texts'>) {
    this.#known = new Map(known)
  }

  /** @returns null when it was aborted, the project never stood still, or there is none in the folder now */
  async collect(): Promise<ReadonlyMap<string, Entry> | null> {
    await this.#forgetLost()
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const contents = await contentsOf(this.place)
      if (contents === null) return null
      const { entries, quiet } = await this.#pass(contents)
      if (this.#aborted) return null
      if (quiet) return entries
      this.#known = new Map([...this.#known, ...entries])
    }
    return null
  }

  get #aborted(): boolean {
    return this.how.signal?.aborted ?? false
  }

  /** A file whose bytes are not kept any more is read anew, whatever earlier snapshots say: otherwise no later one would have it. */
  async #forgetLost(): Promise<void> {
    const kept = await this.objects.names()
    this.#known = new Map([...this.#known].filter(([, { sha256 }]) => kept.has(sha256)))
  }

  /** @returns what is there; quiet when nothing of it had to be read and nothing went, so that all of it was so when this began */
  async #pass({ records, texts }: Contents): Promise<{ readonly entries: Map<string, Entry>; readonly quiet: boolean }> {
    const entries = new Map<string, Entry>()
    let quiet = true
    await atOnce(AT_ONCE, records, async (file) => {
      if (this.#aborted) return
      const { entry, read } = await this.#look(file)
      if (read) quiet = false
      if (entry) entries.set(file, entry)
    })
    await atOnce(AT_ONCE, texts, async (file) => {
      // A text is never altered: what is kept of it is what it was when it came.
      const known = this.#known.get(file)
      const entry = known ?? (this.how.texts && !this.#aborted ? (await this.#look(file)).entry : null)
      if (entry) entries.set(file, entry)
    })
    return { entries, quiet }
  }

  /** A file that can't be read stands as it was when it last could. */
  async #look(file: string): Promise<{ readonly entry: Entry | null; readonly read: boolean }> {
    const known = this.#known.get(file) ?? null
    const stamp = await this.#stamp(file)
    // It was there a moment ago: a change may have ended meanwhile.
    if (stamp === null) return { entry: null, read: true }
    if (stamp === known?.stamp || stamp === this.#bad.get(file)) return { entry: known, read: false }
    try {
      const bytes = await readBytes(this.place.disk, this.place.path(file))
      const count = kindOf(file) === null ? 0 : countOf(file, bytes)
      const { hash, stored } = await this.objects.put(bytes)
      return { entry: { file, sha256: hash, size: bytes.length, stored, count, stamp }, read: true }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return { entry: null, read: true }
      if (!(error instanceof DamageError) && errorCode(error) !== 'ELOOP' && errorCode(error) !== 'EIO') throw error
      this.#bad.set(file, stamp)
      return { entry: known, read: true }
    }
  }

  /** @returns null when there is no such file */
  async #stamp(file: string): Promise<string | null> {
    const found = await this.place.disk.lstat(this.place.path(file)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null
      throw error
    })
    return found && [found.ino, found.size, found.mtimeMs, found.ctimeMs].join(' ')
  }
}

/** What a newer version wrote is kept all the same. */
function countOf(file: string, bytes: Buffer): number {
  try {
    return countIn(file, bytes)
  } catch (error) {
    if (error instanceof NewerVersionError) return 0
    throw error
  }
}
