import { parseHtml } from './htmlDocument'
import { htmlOf } from './htmlSource'
import { textOfHtml } from './htmlText'
import { ImportRefusal, type FoundArticle, type Importer } from './importer'
import { nexisDocument } from './nexisDocument'
import { afterNumbers } from './nexisText'
import { pressArticle } from './pressArticle'

const documentMark = /<a\s+name\s*=\s*["']?DOC_ID_[^>]*>/gi

/** LexisNexis as HTML: an anchor named DOC_ID_… before each document, which then reads as in the text export. */
export const nexisHtml: Importer = {
  id: 'nexis-html',
  label: 'LexisNexis, HTML',
  encodingOf: (file) => htmlOf(file).encoding,
  recognises: (file) => {
    try {
      return htmlOf(file).html.search(documentMark) !== -1
    } catch {
      return false
    }
  },
  *read(file): Generator<FoundArticle> {
    let some = false
    // Each by itself: a document of all of them would take many times the memory.
    for (const markup of htmlOf(file).html.split(documentMark).slice(1)) {
      const { text } = textOfHtml(parseHtml(markup).body)
      const document = afterNumbers(text)[0] ?? text
      if (document.trim() === '') continue
      some = true
      yield pressArticle(nexisDocument(document, (paragraph) => paragraph))
    }
    if (!some) throw new ImportRefusal('damaged', 'it is a LexisNexis file without any article. Download it again')
  },
}
