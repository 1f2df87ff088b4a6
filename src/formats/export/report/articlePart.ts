import type { Annotation } from '../../../domain/project/annotation'
import type { Article } from '../../../domain/project/article'
import { isPlaced } from '../../../domain/project/placement'
import { inTextOrder } from '../../../domain/project/records'
import { quoteOf } from '../../../domain/text/anchor'
import { plain } from '../../html/plain'
import type { Coded } from '../../source'
import { codingItem, placeOf, type Naming } from './codings'
import { markedLines, type Mark } from './marks'
import { finished } from './sheets'

/** An article with what was coded of it. @param text null where texts are not told */
export function* articlePart(article: Article, coded: Coded, text: string | null, naming: Naming): Generator<string> {
  const { headline, source, outlet, date, byline, words, variables } = article
  yield `<article><h3><bdi>${plain(headline || source.file)}</bdi></h3>\n<p class="about">${[outlet || 'unknown outlet', date || 'no date', byline, `${words} ${words === 1 ? 'word' : 'words'}`, ...Object.entries(variables).map(([name, value]) => `${name}: ${value}`)].filter((part) => part !== '').map((part) => `<bdi>${plain(part)}</bdi>`).join(' · ')}</p>\n`
  const numbered = [...coded.annotations].sort(inTextOrder).map((one, i) => ({ one, number: i + 1 }))
  const whole = numbered.filter(({ one }) => one.spans.length === 0)
  const placed = numbered.filter(({ one }) => one.spans.length > 0 && isPlaced(one, article))
  const lost = numbered.filter(({ one }) => one.spans.length > 0 && !isPlaced(one, article))
  if (whole.length > 0) yield `<ul class="codings">${whole.map(({ one, number }) => codingItem(one, number, naming)).join('\n')}</ul>\n`
  if (text === null) {
    if (placed.length > 0) yield `<ul class="codings">${placed.map(({ one, number }) => codingItem(one, number, naming, placeOf(one))).join('\n')}</ul>\n`
  } else yield* told(article, text, placed, naming)
  if (lost.length > 0) yield `<h4>Not found again after the text was corrected</h4>\n<ul class="codings">${lost.map(({ one, number }) => codingItem(one, number, naming, text === null ? '' : `“<bdi>${plain(quoteOf(one.spans))}</bdi>”`)).join('\n')}</ul>\n`
  yield `${finished(coded, naming)}</article>\n`
}

interface Numbered {
  readonly one: Annotation
  readonly number: number
}

/** The text line by line, each with what begins in it beside it. */
function* told({ passages, headings }: Article, text: string, numbered: readonly Numbered[], naming: Naming): Generator<string> {
  const byNumber = new Map(numbered.map(({ one, number }) => [number, one]))
  const listed = new Set<number>()
  const titles = new Set(headings.map(({ start }) => start))
  const excluded = passages.filter(({ state }) => state === 'excluded')
  for (const { start, html, begins } of markedLines(text, numbered.flatMap((each) => marksOf(each, naming)).sort((a, b) => a.start - b.start || b.end - a.end), excluded)) {
    const fresh = [...new Set(begins)].filter((number) => !listed.has(number))
    for (const number of fresh) listed.add(number)
    const items = fresh.flatMap((number) => {
      const one = byNumber.get(number)
      return one ? [codingItem(one, number, naming)] : []
    })
    yield `<div class="line"><p dir="auto"${titles.has(start) ? ' class="heading"' : ''}>${html}</p>${items.length === 0 ? '' : `<ol>${items.join('\n')}</ol>`}</div>\n`
  }
}

function marksOf({ one, number }: Numbered, { entries }: Naming): Mark[] {
  const entry = entries.get(one.code)
  return one.spans.map(({ start, end }) => ({ start, end, number, colour: entry?.code.colour ?? 'slate', tint: entry?.dimension.mark !== 'line' }))
}
