import { leadingDate } from '../../domain/text/writtenDate'
import { withoutWord } from './factivaCoded'
import { textOfHtml } from './htmlText'
import { languageTag } from './languageTag'
import { oneLine, type PressRecord } from './pressArticle'

type Fields = Partial<Record<'headline' | 'byline' | 'outlet' | 'date' | 'section' | 'language' | 'stated_length' | 'time' | 'source_code' | 'page' | 'edition' | 'copyright' | 'document_id', string>>

/** "Document ABC0000020111229e7ct0001r", the word in whatever language. */
const documentId = /^\S{3,12} (?=\S{15,40}$)[A-Z\d]{3,16}\d{6}[A-Z\d]+$/i

/**
 * What an article of Factiva's HTML says where its fields have no codes: headline, author, length, date, time, source, its
 * code, page, edition, language and copyright follow one another, some may be absent, and are told by how they look.
 */
export function factivaUncoded(article: Element): PressRecord {
  const fields: Fields = {}
  const paragraphs: string[] = []
  for (const child of article.children) {
    const { text } = textOfHtml(child)
    if (text === '') continue
    if (child.classList.contains('articleParagraph')) paragraphs.push(text)
    else if (child.localName === 'p' && documentId.test(text)) fields.document_id = withoutWord(text)
    else if (child.localName === 'div' && paragraphs.length === 0) take(fields, child, oneLine(text))
    else if (child.localName === 'p' || child.localName === 'pre') paragraphs.push(text)
  }
  const { headline, byline, outlet, date, section, language, ...variables } = fields
  return { headline: headline ?? '', byline: byline ?? '', outlet: outlet ?? '', date: date ?? '', section: section ?? '', language: language ?? '', paragraphs, variables }
}

function take(fields: Fields, element: Element, line: string): void {
  if (element.id === 'hd' || element.querySelector('[class$="Headline"]')) fields.headline = line
  else if (element.classList.contains('author')) fields.byline = line
  else if (fields.headline === undefined) fields.section ??= line
  else if (fields.date === undefined) takeBeforeDate(fields, line)
  else takeAfterDate(fields, line)
}

function takeBeforeDate(fields: Fields, line: string): void {
  if (leadingDate(line)) fields.date = line
  else if (/^\d[\d.,\s]{0,9} ?\p{L}{2,12}$/u.test(line)) fields.stated_length = line
  // A date that can't be read is where the date stands: after the length.
  else if (fields.stated_length !== undefined && /\d/.test(line)) fields.date = line
}

function takeAfterDate(fields: Fields, line: string): void {
  if (fields.outlet === undefined && /^\d{1,2}[:.h]\d\d/.test(line)) fields.time = line
  else if (fields.outlet === undefined) fields.outlet = line
  else if (/copyright|©|\(c\)/i.test(line)) fields.copyright = line
  else if (languageTag(line) !== '') fields.language = line
  else if (fields.source_code === undefined && /^[A-Z][A-Z\d]{1,9}$/.test(line)) fields.source_code = line
  else if (fields.page === undefined && /^[A-Z]{0,3}-?\d{1,4}(?:[,;-].{0,20})?$/i.test(line)) fields.page = line
  else fields.edition ??= line
}
