import { leadingDate, timeAfterDate } from '../../domain/text/writtenDate'
import { htmlOf, markupHead } from './htmlSource'
import { ImportRefusal, type FoundArticle, type Importer } from './importer'
import { pressArticle, type PressRecord } from './pressArticle'
import { readXml } from './xml'

/** What is said of an article, by the elements that say it, each as often as it is said. */
type Said = Map<string, string[]>

/** Factiva as XML (`ppsArticleResponse`). Articles before a place where it is cut off or garbled are read. */
export const factivaXml: Importer = {
  id: 'factiva-xml',
  label: 'Factiva, XML',
  encodingOf: (file) => htmlOf(file).encoding,
  recognises: (file) => /<(?:\w+:)?ppsarticle/i.test(markupHead(file)),
  *read(file): Generator<FoundArticle> {
    const { articles, refusal } = articlesIn(htmlOf(file).html)
    if (articles.length === 0) throw refusal ?? new ImportRefusal('damaged', 'it is a Factiva file without any article. Download it again')
    for (const [index, said] of articles.entries()) {
      const found = pressArticle(recordOf(said))
      const cut = refusal !== undefined && index === articles.length - 1
      yield cut ? { ...found, problems: [...found.problems, { kind: 'note', message: 'The file is cut off or garbled after this article; what follows it was not read. Download it again.' }] } : found
    }
  },
}

function articlesIn(xml: string): { readonly articles: readonly Said[]; readonly refusal: ImportRefusal | undefined } {
  const reader = new ArticleReader()
  try {
    readXml(xml, reader)
    return { articles: reader.articles, refusal: undefined }
  } catch (error) {
    if (!(error instanceof ImportRefusal) || error.reason !== 'damaged') throw error
    return { articles: reader.articles, refusal: error }
  }
}

/** Elements inside those of an article that are a value each. */
const values = new Set(['paragraph', 'name', 'page', 'dateTime'])

class ArticleReader {
  readonly articles: Said[] = []
  #said: Said | undefined
  /** Elements open inside the article. */
  #depth = 0
  #field = ''
  #value = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (!this.#said) {
      if (name === 'article') this.#said = new Map()
      return
    }
    this.#depth += 1
    if (this.#depth > 1) return
    this.#field = name === 'descField' ? attributes['code'] ?? name : name
    this.#value = ''
  }

  text(text: string): void { this.#value += text }

  close(name: string): void {
    if (!this.#said) return
    if (this.#depth === 0) {
      this.articles.push(this.#said)
      this.#said = undefined
      return
    }
    this.#depth -= 1
    if (this.#depth > 0 && !values.has(name)) return
    const value = this.#value.trim()
    if (value !== '') this.#said.set(this.#field, [...this.#said.get(this.#field) ?? [], value])
    this.#value = ''
  }
}

const variables: Readonly<Record<string, string>> = {
  accessionNo: 'document_id', copyright: 'copyright', publisherName: 'publisher', sourceCode: 'source_code', pages: 'page', wordCount: 'stated_length', notes: 'notes',
  credit: 'credit', contact: 'contact', columnName: 'column', editionName: 'edition', edition: 'edition', volume: 'volume', corrections: 'correction', artWork: 'graphic',
  region: 'region', newsSubject: 'subject', industry: 'industry', company: 'company', person: 'person', ipc: 'ipc', ipcre: 'ipcre', ipd: 'ipd',
}

function recordOf(said: Said): PressRecord {
  const all = (field: string): string => (said.get(field) ?? []).join('; ')
  const paragraphs = ['leadParagraph', 'tailParagraphs'].flatMap((field) => said.get(field) ?? []).map((one) => one.replace(/\s+/g, ' '))
  const date = said.get('publicationDate')?.[0] ?? ''
  const { time } = timeAfterDate(leadingDate(date)?.rest ?? '')
  return {
    headline: (said.get('headline') ?? []).join(' '), outlet: all('sourceName'), date, byline: all('byline'), section: all('sectionName'), language: all('baseLanguage'), paragraphs,
    // Midnight is what Factiva writes where it knows no time.
    variables: { time: /^00:00:00/.test(time) ? '' : time, ...Object.fromEntries(Object.entries(variables).map(([field, name]) => [name, all(field)])) },
  }
}
