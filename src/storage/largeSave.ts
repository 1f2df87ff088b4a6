import { randomBytes } from 'node:crypto'
import type { Edit } from '../domain/changes/change'
import type { LargeSave } from './folder'
import type { Journal } from './journal'
import { partFiles } from './journalEntry'
import type { ProjectFiles } from './projectFiles'
import { addPuts, route, type Put } from './put'
import { promised } from './saving'
import { StorageError, storageError } from './storageError'

/** What a change in parts needs of its project. */
interface Surroundings {
  readonly files: ProjectFiles
  readonly journal: Journal
  /** Runs a task when those before it are done. */
  readonly inTurn: (task: () => Promise<void>) => Promise<void>
  /** Called when the change is decided and to be carried out, or given up. */
  readonly ended: (decided: boolean) => void
}

/** See `ProjectFolder.saveInParts`. */
export class PartwiseSave implements LargeSave {
  readonly #group = `p${randomBytes(4).toString('hex')}`
  readonly #puts = new Map<string, Put[]>()
  #count = 0
  #over = false

  constructor(private readonly around: Surroundings) {}

  add(edits: readonly Edit[]): Promise<void> {
    return this.#while(async () => {
      const { files, journal } = this.around
      const puts = route({ label: '', edits })
      for (const file of puts.keys()) await files.of(file).demandWritable()
      this.#count += 1
      await journal.writePart(this.#group, this.#count, puts)
      addPuts(this.#puts, puts)
    })
  }

  decide(): Promise<void> {
    return this.#while(async () => {
      const { files, journal } = this.around
      await journal.decide(this.#group, this.#count, this.#puts, await promised(files, this.#puts.keys()))
      this.#over = true
      this.around.ended(true)
    })
  }

  drop(): Promise<void> {
    return this.around.inTurn(async () => {
      if (this.#over) return
      this.#over = true
      await this.around.journal.dropParts(partFiles(this.#group, this.#count))
      this.around.ended(false)
    })
  }

  #while(task: () => Promise<void>): Promise<void> {
    return this.around.inTurn(async () => {
      if (this.#over) throw new StorageError('conflict', 'This change is over: it was saved or given up. Nothing more was saved of it.')
      try {
        await task()
      } catch (error) {
        throw storageError(error, 'writing down a large change', 'the project')
      }
    })
  }
}
