import { factivaCoded } from './factivaCoded'
import { factivaUncoded } from './factivaUncoded'
import { parseHtml } from './htmlDocument'
import { htmlOf } from './htmlSource'
import type { PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'

/** The element of an article; its class names the language the article is in. */
const articleMark = /(?=<div\b[^>]{0,200}\bclass\s*=\s*["']?article [a-z]{2}Article\b)/gi

/**
 * Factiva as HTML, in either of its forms: with a code before each field (HD, SN, PD …), or without. What stands around
 * the articles, such as who searched for what, is not looked at.
 */
export const factivaHtml = pressImporter({
  id: 'factiva-html',
  label: 'Factiva, HTML',
  encodingOf: (file) => htmlOf(file).encoding,
  bearsMarks: (file) => htmlOf(file).html.search(articleMark) !== -1,
  *records(file): Generator<PressRecord> {
    // Each by itself: a document of all of them would take many times the memory.
    for (const markup of htmlOf(file).html.split(articleMark)) {
      if (markup.search(articleMark) !== 0) continue
      const article = parseHtml(markup).querySelector('div.article')
      if (article?.textContent.trim()) yield article.querySelector('td.index') ? factivaCoded(article) : factivaUncoded(article)
    }
  },
})
