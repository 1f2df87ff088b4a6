import { dirname, resolve } from 'node:path'
import type { Codebook } from '../domain/project/codebook'
import type { Coder } from '../domain/project/coder'
import type { ProjectInfo } from '../domain/project/info'
import { parse } from '../domain/project/parse'
import { flushFolder, type Disk } from './disk'
import { encode } from './envelope'
import { CORE, INDEX } from './fileNames'
import { codebookShape, entitiesShape, eventsShape, outletsShape, projectShape, rulingsShape, type FileShape } from './fileShape'
import { Place } from './place'
import { replaceFile } from './replaceFile'
import { StorageError } from './storageError'

/** What a new project begins with. */
export interface NewProject {
  readonly info: ProjectInfo
  readonly coder: Coder
  readonly codebook: Codebook
}

/** See `createProject`. What is made last is project.json: before it is there, the folder is no project. */
export async function layOut(disk: Disk, folder: string, { info, coder, codebook }: NewProject): Promise<void> {
  const first = await disk.mkdir(folder, { recursive: true })
  if ((await disk.readdir(folder)).length > 0) throw new StorageError('conflict', 'There is already something in that folder, so no project was made there. Choose another name or an empty folder.')
  await flushFrom(disk, resolve(folder), first === undefined ? resolve(folder) : resolve(first))
  const place = new Place(disk, await disk.realpath(folder))
  for (const inner of ['articles/text', INDEX, 'annotations']) await place.makeFolder(inner)
  await write(place, CORE.codebook, codebookShape, codebook)
  await write(place, CORE.events, eventsShape, { events: [] })
  await write(place, CORE.entities, entitiesShape, { entities: [] })
  await write(place, CORE.outlets, outletsShape, { outlets: [] })
  await write(place, CORE.rulings, rulingsShape, { rulings: [] })
  await write(place, CORE.project, projectShape, { info, coders: [coder] })
}

/** Makes the names of a folder and of those above it durable, up to the first that was made. */
async function flushFrom(disk: Disk, folder: string, first: string): Promise<void> {
  await flushFolder(disk, dirname(folder))
  if (folder !== first && dirname(folder) !== folder) await flushFrom(disk, dirname(folder), first)
}

async function write<D>(place: Place, file: string, { kind, schema }: FileShape<D>, data: D): Promise<void> {
  const id = file.replace(/\.json$/, '')
  const bytes = encode(kind, id, { data: parse(schema, data, file), generation: 1, written: new Date().toISOString() })
  await replaceFile(place.disk, place.path(file), bytes, null)
}
