import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProjectFolder } from '../../../src/storage/projectFolder'
import { manyShardsIn } from '../../fixtures/largeChange'
import type { FaultyDisk } from './faultyDisk'
import { temporaryFolder } from './project'

/** A project as `manyShardsIn` makes it, that goes when the test is over; its folder. */
export const manyShards = async (): Promise<string> => manyShardsIn(await temporaryFolder())

/** Stops all that a project writes, as a crash at this moment would; @returns a copy of its folder as that leaves it */
export async function crashed(folder: string, faulty?: FaultyDisk, project?: ProjectFolder): Promise<string> {
  faulty?.arm(1, 'EIO', true)
  // What is under way ends first: a copy made meanwhile would be of no moment at all.
  if (project) await project.save([]).catch(() => undefined)
  const copy = join(await temporaryFolder(), 'copy')
  await cp(folder, copy, { recursive: true })
  await rm(join(copy, '.lock'), { force: true })
  faulty?.disarm()
  return copy
}
