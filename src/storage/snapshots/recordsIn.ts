import { emptyRecords, type Records } from '../../domain/project/records'
import { decode } from '../envelope'
import { kindOf } from '../fileNames'
import { show } from '../mergeable'
import { annotationsShape, articlesShape, codebookShape, entitiesShape, eventsShape, outletsShape, projectShape, rulingsShape, type FileShape } from '../fileShape'

/**
 * Adds the records in the bytes of one of the project's files, as the window shows them.
 * @returns how many there are
 * @throws DamageError when the bytes are not such a file, NewerVersionError when a newer version wrote them
 */
export function addRecordsIn(records: Records, file: string, bytes: Buffer): number {
  const read = <D>(shape: FileShape<D>): number => {
    const content = decode(bytes, { kind: shape.kind, id: file.replace(/\.json$/, ''), schema: shape.schema })
    show(shape, content, records)
    return shape.count(content.data)
  }
  switch (kindOf(file)) {
    case 'project': return read(projectShape)
    case 'codebook': return read(codebookShape)
    case 'events': return read(eventsShape)
    case 'entities': return read(entitiesShape)
    case 'outlets': return read(outletsShape)
    case 'rulings': return read(rulingsShape)
    case 'articles': return read(articlesShape(file))
    case 'annotations': return read(annotationsShape(file))
    case null: return 0
  }
}

/** How many records one of the project's files holds. @throws as `addRecordsIn` does */
export const countIn = (file: string, bytes: Buffer): number => addRecordsIn(emptyRecords(), file, bytes)
