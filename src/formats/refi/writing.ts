import type { ExportOrder } from '../../domain/exporting/order'
import { codeEntries, type CodeEntry, type NameOf } from '../../domain/project/codes'
import type { ProjectSource } from '../source'
import { guidsOf, type Guids } from './guids'
import { Variables } from './variables'

/** What the parts of a project are written with. */
export interface Writing {
  readonly source: ProjectSource
  readonly order: ExportOrder
  readonly guid: Guids
  readonly entries: ReadonlyMap<string, CodeEntry>
  readonly nameOf: NameOf
  readonly variables: Variables
  /** Notes that belong to what was written before them; they stand behind the sources. */
  readonly notes: string[]
  /** Likewise, behind the notes. */
  readonly links: string[]
}

export function writingOf(source: ProjectSource, order: ExportOrder): Writing {
  const guid = guidsOf(source.info.id)
  const names = new Map(source.entities.map(({ id, name }) => [id, name]))
  return { source, order, guid, entries: codeEntries(source.codebook), nameOf: (id) => names.get(id), variables: new Variables(source, guid), notes: [], links: [] }
}
