import type { Change } from '../domain/changes/change'
import type { Promised } from '../domain/merge/versioned'
import type { Journal, Promises } from './journal'
import type { ProjectFiles } from './projectFiles'
import { merged, route, type PutsByFile } from './put'
import { StorageError, storageError } from './storageError'

/**
 * Saves changes in order: see `ProjectFolder.save`.
 * @param carrying true while a large change is carried out: what it has left is not waited for, but nothing overtakes it
 * @throws StorageError; with several failures the first, whose `files` are all that failed
 */
export async function saveChanges(files: ProjectFiles, journal: Journal, changes: readonly Change[], carrying: boolean): Promise<void> {
  if (!carrying) await finishInterrupted(files, journal)
  const { accepted, failures } = await sort(files, changes)
  const puts = merged(accepted)
  if (accepted.some((one) => one.size > 1) || [...puts.keys()].some((file) => journal.names(file))) {
    await journal.begin(puts, await promised(files, puts.keys()))
    const { failed, waiting } = carrying ? await finishEach(files, journal, [...puts.keys()]) : await finish(files, journal)
    // What an older change left for a damaged file is not this call's affair.
    failures.push(...failed, ...waiting.filter((one) => one.files.some((file) => puts.has(file))))
  } else {
    for (const [file, list] of puts) failures.push(...(await failureOf(() => files.of(file).put(list))))
  }
  if (failures.length > 0) throw together(failures)
}

/**
 * Does what is left of a change that a crash or a failure interrupted. What belongs into a file that awaits a decision waits.
 * @throws StorageError when something else is in the way: newer changes must not overtake older ones
 */
export async function finishInterrupted(files: ProjectFiles, journal: Journal): Promise<void> {
  const { failed } = await finish(files, journal)
  if (failed.length > 0) throw together(failed)
}

interface Unfinished {
  readonly failed: readonly StorageError[]
  /** Of files that await a decision. */
  readonly waiting: readonly StorageError[]
}

async function finish(files: ProjectFiles, journal: Journal): Promise<Unfinished> {
  const { failed, waiting } = await finishEach(files, journal, [...journal.left.keys()])
  return { failed: failed.length === 0 ? await failureOf(() => journal.settle()) : failed, waiting }
}

async function finishEach(files: ProjectFiles, journal: Journal, names: readonly string[]): Promise<Unfinished> {
  const all: Unfinished[] = []
  for (const file of names) all.push(await finishFile(files, journal, file))
  return { failed: all.flatMap(({ failed }) => failed), waiting: all.flatMap(({ waiting }) => waiting) }
}

/** Does what the journal holds for one file. */
export async function finishFile(files: ProjectFiles, journal: Journal, file: string): Promise<Unfinished> {
  const barred = await failureOf(() => files.of(file).demandWritable())
  if (barred.length > 0) return barred.every(({ code }) => WAITS.has(code)) ? { failed: [], waiting: barred } : { failed: barred, waiting: [] }
  return { failed: await failureOf(() => files.of(file).carryOut(journal.batches(file)).then(() => { journal.done(file) })), waiting: [] }
}

/** Has every file name the write that is about to be written down. @throws StorageError */
export async function promised(files: ProjectFiles, names: Iterable<string>): Promise<Promises> {
  const promises = new Map<string, Promised | null>()
  for (const file of names) promises.set(file, await files.of(file).promise())
  return promises
}

/** What a file can be that only the researcher can change. */
const WAITS = new Set(['damaged', 'read-only'])

/** Leaves out, as a whole, every change that does not fit or touches a file which can't be written. */
async function sort(files: ProjectFiles, changes: readonly Change[]): Promise<{ accepted: PutsByFile[]; failures: StorageError[] }> {
  const accepted: PutsByFile[] = []
  const failures: StorageError[] = []
  for (const change of changes) {
    const failed = await failureOf(async () => {
      const puts = route(change)
      for (const file of puts.keys()) await files.of(file).demandWritable()
      accepted.push(puts)
    })
    failures.push(...failed)
  }
  return { accepted, failures }
}

async function failureOf(task: () => Promise<void>): Promise<StorageError[]> {
  try {
    await task()
    return []
  } catch (error) {
    return [storageError(error, 'saving', 'the project')]
  }
}

function together(failures: readonly StorageError[]): StorageError {
  const [first] = failures
  if (!first) return new StorageError('unexpected', 'Saving failed. Try again.')
  const files = [...new Set(failures.flatMap((failure) => failure.files))]
  const others = files.length > 1 ? ` (${files.length} files: ${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''})` : ''
  return new StorageError(first.code, `${first.message}${others}`, { files, damaged: failures.flatMap(({ damaged }) => damaged), cause: first })
}
