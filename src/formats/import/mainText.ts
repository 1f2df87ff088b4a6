import { Readability } from '@mozilla/readability'
import type { HeadedText } from './articleText'
import { sanitise } from './htmlSanitise'
import { textOfHtml } from './htmlText'

/** Below this many characters a page is all text, or too little to tell what is not. */
const SHORT_PAGE = 1000

/** With more elements than this Readability takes seconds; pages with so many are long lists, logs or tables as a rule. */
const MOST_ELEMENTS = 6000

export interface MainText extends HeadedText {
  /** Who wrote it, where a line of the page says so; then that line is not in the text. */
  readonly byline: string
  /** The share of the page's text that it is, from 0 to 1. */
  readonly share: number
}

/**
 * The article of a page without navigation, teasers and comments, as Readability finds it; the whole page where it
 * finds nothing or there is little to choose from. Sanitised before, as nobody knows what such a program does with what
 * it meets, and after, when the names of elements have served their purpose. Alters the page.
 */
export function mainText(page: Document): MainText {
  sanitise(page.body, 'with names')
  const whole = textOfHtml(page.body)
  if (whole.text.length < SHORT_PAGE) return { ...whole, byline: '', share: 1 }
  const { content, byline } = page.body.getElementsByTagName('*').length > MOST_ELEMENTS ? marked(page.body) : found(page)
  if (content) sanitise(content, 'without names')
  const main = content ? textOfHtml(content) : whole
  if (main.text === '') return { ...whole, byline: '', share: 1 }
  return { ...main, byline, share: main.text.length / whole.text.length }
}

interface Found {
  readonly content: Element | null
  readonly byline: string
}

function found(page: Document): Found {
  // With a title at hand it would leave out headings that are only much like it.
  page.head.replaceChildren()
  const article = new Readability<Element>(page, { disableJSONLD: true, serializer: (node) => node as Element }).parse()
  return { content: article?.content ?? null, byline: article?.byline ?? '' }
}

/** What the page itself marks as its article or its main part. */
function marked(body: HTMLElement): Found {
  const [article, another] = body.querySelectorAll('article')
  return { content: (another ? null : article) ?? body.querySelector('main'), byline: '' }
}
