import { factivaCoded } from './factivaCoded'
import { factivaUncoded } from './factivaUncoded'
import { parseHtml } from './htmlDocument'
import { htmlOf } from './htmlSource'
import { ImportRefusal, type FoundArticle, type Importer } from './importer'
import { pressArticle } from './pressArticle'

/** The element of an article; its class names the language the article is in. */
const articleMark = /(?=<div\b[^>]{0,200}\bclass\s*=\s*["']?article [a-z]{2}Article\b)/gi

/**
 * Factiva as HTML, in either of its forms: with a code before each field (HD, SN, PD …), or without. What stands around
 * the articles, such as who searched for what, is not looked at.
 */
export const factivaHtml: Importer = {
  id: 'factiva-html',
  label: 'Factiva, HTML',
  encodingOf: (file) => htmlOf(file).encoding,
  recognises: (file) => {
    try {
      return htmlOf(file).html.search(articleMark) !== -1
    } catch {
      return false
    }
  },
  *read(file): Generator<FoundArticle> {
    let some = false
    // Each by itself: a document of all of them would take many times the memory.
    for (const markup of htmlOf(file).html.split(articleMark).slice(1)) {
      const article = parseHtml(markup).querySelector('div.article')
      if (!article?.textContent.trim()) continue
      some = true
      yield pressArticle(article.querySelector('td.index') ? factivaCoded(article) : factivaUncoded(article))
    }
    if (!some) throw new ImportRefusal('damaged', 'it is a Factiva file without any article. Download it again')
  },
}
