import type { FoundArticle, Importer } from './importer'
import { ImportRefusal } from './importer'
import { nexisDocument } from './nexisDocument'
import { labelled } from './nexisLabels'
import { pressArticle } from './pressArticle'
import type { SourceFile } from './sourceFile'
import { text, textOf } from './text'

/** "1 of 10 DOCUMENTS", "Dokument 1 von 10", "Document 1 sur 10", "1 de 10 DOCUMENTOS" on a line of its own. */
const documentLine = /^[^\S\n]*(?:[\d.,]+ (?:of|von|sur|de|di|van) [\d.,]+ (?:documents?|dokumente?n?|documentos?|documenti|documenten)|(?:document|dokument|documento) [\d.,]+ (?:of|von|sur|de|di|van) [\d.,]+)[^\S\n]*$/gim

/** Where whatever tells about the user and the request begins, again, after an article. */
const ofTheRequest = /^[^\S\n]*(?:\*{3,} Print Completed|(?:Time of Request|Download Request|Ausgabeauftrag|Zeit der Anforderung|Demande de téléchargement)[^\S\n]*:)/im

/**
 * LexisNexis as plain text. What stands before the first document, and what stands after one about the request, is about
 * the user and is dropped. Lines are wrapped at a fixed width there: a line is joined to the next within its paragraph
 * unless the next word would still have fitted, which is a line end that the source meant.
 */
export const nexisText: Importer = {
  id: 'nexis-text',
  label: 'LexisNexis, text',
  encodingOf: text.encodingOf,
  recognises: (file) => {
    try {
      const content = textOf(file)
      const [first] = content.slice(0, 100_000).matchAll(documentLine)
      return first !== undefined && content.slice(first.index, first.index + 100_000).split('\n').some((line) => labelled(line, true)?.listed)
    } catch {
      return false
    }
  },
  *read(file: SourceFile): Generator<FoundArticle> {
    let some = false
    for (const document of documents(textOf(file))) {
      const paragraphs = document.split(/\n(?:[^\S\n]*\n)+/).map((one) => one.replace(/^\n+|\s+$/g, '')).filter((one) => one.trim() !== '')
      if (paragraphs.length === 0) continue
      some = true
      yield pressArticle(nexisDocument(paragraphs, unwrapped))
    }
    if (!some) throw new ImportRefusal('damaged', 'it looks like a LexisNexis file, but holds no document. Download it again')
  },
}

function* documents(content: string): Generator<string> {
  let start: number | undefined
  for (const match of content.matchAll(documentLine)) {
    if (start !== undefined) yield withoutRequest(content.slice(start, match.index))
    start = match.index + match[0].length
  }
  if (start !== undefined) yield withoutRequest(content.slice(start))
}

function withoutRequest(document: string): string {
  const at = document.search(ofTheRequest)
  return at === -1 ? document : document.slice(0, at)
}

/** The width LexisNexis wraps at, less what its own counting may differ by. */
const NARROWEST_WRAP = 66

function unwrapped(paragraph: string): string {
  const [first = '', ...more] = paragraph.split('\n').map((line) => line.trim())
  let joined = first
  let width = first.length
  for (const line of more) {
    const nextWord = line.split(' ', 1)[0]?.length ?? 0
    joined += (width + 1 + nextWord > NARROWEST_WRAP ? ' ' : '\n') + line
    width = line.length
  }
  return joined
}
