import { firstHeading, withHeadline } from './articleText'
import { readContentsTable } from './epubContents'
import { isLocked } from './epubLocks'
import { readPackage, type EpubPackage } from './epubPackage'
import { parseXhtml } from './htmlDocument'
import { textOfHtml } from './htmlText'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import { languageTag } from './languageTag'
import type { SourceFile } from './sourceFile'
import { dateOf } from './tableDate'
import { headHas, isZip, readZip, type ZipContents } from './zip'

/** An e-book or a newspaper made into one (EPUB 2 and 3): each chapter with text is an article. */
export const epub: Importer = {
  id: 'epub',
  label: 'E-book (EPUB)',
  encodingOf: () => '',
  recognises: async (file) => isZip(file) && await isEpub(file),
  async *read(file): AsyncGenerator<FoundArticle> {
    const zip = await readZip(file)
    const book = await readPackage(zip)
    if (await isLocked(zip, book.chapters)) throw new ImportRefusal('encrypted', 'it is locked by rights management: import a copy without it, if you have a right to one')
    const titles = await readContentsTable(zip, book)
    for (const path of book.chapters) {
      const found = await chapter(zip, path, titles.get(path) ?? '')
      if (found) yield { ...found, ...fromMetadata(book, found.language) }
    }
  },
}

async function isEpub(file: SourceFile): Promise<boolean> {
  try {
    return (await readZip(file)).has('META-INF/container.xml')
  } catch {
    // Damaged or unsafe: `read` says which.
    return headHas(file, 'application/epub+zip') || /\.epub$/i.test(file.name)
  }
}

async function chapter(zip: ZipContents, path: string, title: string): Promise<FoundArticle | undefined> {
  const page = parseXhtml(await zip.text(path))
  const body = textOfHtml(page.body)
  if (body.text === '') return undefined
  const headline = firstHeading(body) || title
  return { ...bareArticle(''), ...withHeadline(headline, body), headline, language: page.documentElement.getAttribute('lang') ?? page.documentElement.getAttribute('xml:lang') ?? '' }
}

function fromMetadata({ title, creators, publisher, date, language }: EpubPackage, own: string): Partial<FoundArticle> {
  const day = dateOf(date, null) ?? ''
  return {
    outlet: publisher, byline: creators.join('; '), date: day, language: languageTag(own || language), variables: title === '' ? {} : { book: title },
    problems: date !== '' && day === '' ? [{ kind: 'unread-date', quote: date }] : [],
  }
}
