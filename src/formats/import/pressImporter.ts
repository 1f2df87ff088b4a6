import { ImportRefusal, type FoundArticle, type Importer } from './importer'
import { pressArticle, type PressRecord } from './pressArticle'
import type { SourceFile } from './sourceFile'

interface PressFormat extends Pick<Importer, 'id' | 'label' | 'encodingOf'> {
  /** Whether the file bears the format's marks. May throw when the file can't be read that far. */
  readonly bearsMarks: (file: SourceFile) => boolean | Promise<boolean>
  /** What the file says of each of its articles. */
  readonly records: (file: SourceFile) => Iterable<PressRecord> | AsyncIterable<PressRecord>
}

/** An importer for the exports of a database. A file with its marks but without any article is refused. */
export const pressImporter = ({ id, label, encodingOf, bearsMarks, records }: PressFormat): Importer => ({
  id, label, encodingOf,
  recognises: async (file) => {
    try {
      return await bearsMarks(file)
    } catch {
      return false
    }
  },
  async *read(file): AsyncGenerator<FoundArticle> {
    let some = false
    for await (const record of records(file)) {
      some = true
      yield pressArticle(record)
    }
    if (!some) throw new ImportRefusal('damaged', `it looks like an export (${label}), but holds no article. Download it again`)
  },
})
