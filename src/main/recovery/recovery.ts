import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Args, BrokenFile, FailedProject, FileVersion, Replacement } from '../../preload/contract'
import { INDEX } from '../../storage/fileNames'
import { DISPENSABLE, examine, putInPlace, type Examined, type Replacement as Stored } from '../../storage/mending'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import { AppError } from '../failure'
import type { ProjectDesk } from '../projectDesk'
import { askForNewFolder, displayPlace, PROJECT_SUFFIX } from '../projectPlace'
import { writeCopy } from '../snapshots/writeCopy'
import type { MainWindow } from '../window'
import { bytesOf, filesMeant, versionsOf } from './versions'

/** Snapshots of which a copy can be made, at most. */
const MOST_COPIES = 30

/** A project that failed to open, as far as it can be read. */
interface Found extends Examined {
  readonly folder: string
  readonly problem: string
  readonly name: string
  /** The project's id; null when nothing says which project it is. */
  readonly id: string | null
}

/** Gets a project back that failed to open. Which one that is stays here: no path comes from the window. */
export class Recovery {
  constructor(private readonly window: MainWindow, private readonly desk: ProjectDesk, private readonly store: SnapshotStore) {}

  /** See `recovery.look`. */
  async look(): Promise<FailedProject | null> {
    if (!this.desk.failed) return null
    const { folder, problem, name, id, broken } = await this.found()
    const snapshots = id === null ? [] : await this.store.list(id)
    const gone = !existsSync(folder) && snapshots.length > 0
    if (broken.length === 0 && !gone) return null
    const offers = broken.map(async (damage): Promise<BrokenFile> => ({ damage, dispensable: DISPENSABLE.has(damage.file), versions: await this.versions(id, damage.file) }))
    return {
      name, place: displayPlace(folder), problem, broken: await Promise.all(offers),
      copies: snapshots.slice(0, MOST_COPIES).map(({ id: snapshot, taken, articles, annotations }) => ({ snapshot, taken, articles, annotations })),
    }
  }

  /** See `recovery.put`. */
  async put({ file, with: how }: Args<'recovery.put'>): Promise<void> {
    const { folder, id, broken } = await this.found()
    if (!broken.some((damage) => damage.file === file)) throw new AppError('not-found', `${file} is not among the damaged files any more. Nothing was altered. Try to open the project again.`)
    await putInPlace(folder, await this.replacements(id, file, how))
  }

  /** See `recovery.copy`. */
  async copy({ snapshot }: Args<'recovery.copy'>): Promise<{ readonly place: string } | null> {
    const { id, name } = await this.found()
    const taken = id === null ? undefined : (await this.store.list(id)).find((one) => one.id === snapshot)?.taken
    if (id === null || taken === undefined) throw new AppError('not-found', 'This snapshot is not there any more. Nothing was made. Choose another one.')
    const folder = await askForNewFolder(this.window.browser, `${name} of ${taken.slice(0, 10)}`)
    if (folder === null) return null
    await writeCopy(this.store, { id, snapshot, folder, as: null }, (done, total) => { this.window.signal('progress', { job: 'snapshot', done, total, now: 'Writing the copy' }) })
    this.desk.give(folder)
    return { place: displayPlace(folder) }
  }

  /** See `recovery.again`. */
  async again(): Promise<void> {
    this.desk.give((await this.found()).folder)
  }

  private async found(): Promise<Found> {
    const { failed } = this.desk
    if (!failed) throw new AppError('conflict', 'No project failed to open. Open it again.')
    // Where not even that can be said, the message of opening stands.
    const examined = await examine(failed.folder).catch((): Examined => ({ info: null, broken: [] }))
    return { ...failed, ...examined, name: examined.info?.name ?? basename(failed.folder, PROJECT_SUFFIX), id: examined.info?.id ?? (await this.store.ofFolder(failed.folder)) }
  }

  private async versions(id: string | null, file: string): Promise<readonly FileVersion[]> {
    return id === null ? [] : versionsOf(this.store, id, [file])
  }

  private async replacements(id: string | null, file: string, how: Replacement): Promise<ReadonlyMap<string, Stored>> {
    if (typeof how === 'string') return new Map([[file, how]])
    if (id === null) throw new AppError('not-found', 'There are no snapshots of this project on this computer. Nothing was altered.')
    const files = file === INDEX ? filesMeant([INDEX], await this.store.filesOf(id, how.snapshot)) : [file]
    return bytesOf(this.store, id, how.snapshot, files)
  }
}
