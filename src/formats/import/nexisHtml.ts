import { parseHtml } from './htmlDocument'
import { htmlOf } from './htmlSource'
import { textOfHtml } from './htmlText'
import { nexisDocument } from './nexisDocument'
import { afterNumbers } from './nexisText'
import type { PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'

const documentMark = /<a\s+name\s*=\s*["']?DOC_ID_[^>]*>/gi

/** LexisNexis as HTML: an anchor named DOC_ID_… before each document, which then reads as in the text export. */
export const nexisHtml = pressImporter({
  id: 'nexis-html',
  label: 'LexisNexis, HTML',
  encodingOf: (file) => htmlOf(file).encoding,
  bearsMarks: (file) => htmlOf(file).html.search(documentMark) !== -1,
  *records(file): Generator<PressRecord> {
    // Each by itself: a document of all of them would take many times the memory.
    for (const markup of htmlOf(file).html.split(documentMark).slice(1)) {
      const { text } = textOfHtml(parseHtml(markup).body)
      const document = afterNumbers(text)[0] ?? text
      if (document.trim() !== '') yield nexisDocument(document, (paragraph) => paragraph)
    }
  },
})
