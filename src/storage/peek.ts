import { readBytes, type Disk } from './disk'
import { decode } from './envelope'
import { CORE } from './fileNames'
import { projectShape } from './fileShape'
import { Place } from './place'

/** Which project is in a folder, and the version of the format it is in, without opening it; null when that can't be read. */
export async function peek(disk: Disk, folder: string): Promise<{ readonly id: string; readonly version: number } | null> {
  try {
    const bytes = await readBytes(disk, new Place(disk, folder).path(CORE.project))
    const { data, version } = decode(bytes, { kind: projectShape.kind, id: 'project', schema: projectShape.schema })
    return { id: data.info.id, version }
  } catch {
    return null
  }
}
