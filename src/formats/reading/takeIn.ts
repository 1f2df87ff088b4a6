import { articleSchema, untouched, type Article } from '../../domain/project/article'
import { parse } from '../../domain/project/parse'
import type { FoundItem, ImportFile } from './found'
import type { ReadArticle } from './messages'

export interface Circumstances {
  /** SHA-256 of every text already in the project, of all versions -> how its article is called in a message. */
  readonly known: ReadonlyMap<string, string>
  /** What the project calls an outlet: see `outletNaming`. */
  readonly outlet: (written: string) => string
  /** A fresh id at every call. */
  readonly id: () => string
  /** Now, as UTC ISO 8601. */
  readonly now: () => string
}

/** Makes records of what was read, and knows what came before. */
export class TakeIn {
  /** Text, outlet and date of the articles of this import -> where each came first: the same text in two outlets is wire copy. */
  private readonly seen = new Map<string, { readonly file: string; readonly title: string }>()

  constructor(private readonly here: Circumstances) {}

  /** @throws ParseError when the process that read it did not keep to the form */
  article(file: ImportFile, read: ReadArticle): FoundItem {
    const { kind, part, encoding, bytes, fileHash, hash, words, text } = read
    const { headline, date, byline, section, language, url, variables, headings, passages } = read
    const article: Article = parse(articleSchema, {
      ...untouched, id: this.here.id(), outlet: this.here.outlet(read.outlet === '' ? file.outlet : read.outlet), headline, date, byline, section, language, url, variables, headings, passages,
      words, length: text.length, hash, source: { file: file.name, encoding, bytes, hash: fileHash, kind, part }, imported: this.here.now(),
    }, 'article')
    // A folder may know what the file did not say.
    const problems = article.outlet === '' ? read.problems : read.problems.filter(({ kind: problem }) => problem !== 'no-outlet')
    return { file: file.key, article, format: read.format, problems, known: this.knownAs(article, file) }
  }

  /** What a file gave is to be read again. */
  forget(file: ImportFile): void {
    for (const [key, first] of this.seen) if (first.file === file.key) this.seen.delete(key)
  }

  private knownAs({ hash, outlet, date, headline, length }: Article, file: ImportFile): FoundItem['known'] {
    // Articles without a text are not alike.
    if (length === 0) return null
    const inProject = this.here.known.get(hash)
    if (inProject !== undefined) return { where: 'project', title: inProject }
    const key = `${hash} ${date} ${outlet}`
    const first = this.seen.get(key)
    if (first) return { where: 'import', title: first.title }
    this.seen.set(key, { file: file.key, title: headline || file.name })
    return null
  }
}
