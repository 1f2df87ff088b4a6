import { isDate } from '../../domain/project/dates'
import { untouched, type Article } from '../../domain/project/article'
import { LONGEST_LINE, MOST_LINES } from '../../domain/project/limits'
import { canonicalText, countWords } from '../../domain/text/canonical'
import { bareArticle } from '../import/importer'
import { keepable } from '../reading/keepable'
import { sha256 } from '../sha256'
import type { Losses } from './losses'
import type { RawDocument, RawWork } from './rawWork'
import type { WorkIds } from './workIds'

/** A document with a text, as an article of ours. */
export interface PlacedDocument {
  readonly document: RawDocument
  /** With its own line ends, as positions count in it. */
  readonly decoded: string
  /** Canonical. */
  readonly text: string
  readonly article: Article
}

/**
 * The documents of others' work as articles, by key. Those without a text, here or in the project, are missing.
 * @param texts of documents that the file has no text of, by key
 * @param event what an event is called here
 */
export function placedDocuments(work: RawWork, texts: ReadonlyMap<string, string>, at: { readonly ids: WorkIds; readonly now: string; readonly event: (key: string) => string | null }, losses: Losses): ReadonlyMap<string, PlacedDocument> {
  const placed = new Map<string, PlacedDocument>()
  for (const document of work.documents) {
    const decoded = document.text ?? texts.get(document.key)
    if (decoded === undefined) losses.add('documents without a text, neither in the file nor in this project')
    else if (canonicalText(decoded).split('\n', MOST_LINES + 1).length > MOST_LINES) losses.add('documents with more lines than Synoptic can show')
    else placed.set(document.key, placedDocument(document, decoded, work, at))
  }
  return placed
}

function placedDocument(document: RawDocument, decoded: string, { format }: RawWork, { ids, now, event }: Parameters<typeof placedDocuments>[2]): PlacedDocument {
  const { headline, outlet, date, byline, section, language, url, variables } = document
  const kept = keepable({ ...bareArticle(canonicalText(decoded)), headline, outlet, date: isDate(date) ? date : '', byline, section, language, url, variables })
  const hash = sha256(kept.text)
  const article: Article = {
    ...untouched, id: ids('article', document.key, hash),
    outlet: kept.outlet, headline: kept.headline, date: kept.date, byline: kept.byline, section: kept.section, language: kept.language, url: kept.url, variables: kept.variables,
    event: document.event === null ? null : event(document.event), words: countWords(kept.text), length: kept.text.length, hash,
    source: { file: document.name.slice(0, LONGEST_LINE), encoding: '', bytes: Buffer.byteLength(decoded), hash: sha256(decoded), kind: format, part: 0 }, imported: now,
  }
  return { document, decoded, text: kept.text, article }
}
