import type { ImportProblem } from '../../domain/import/problem'
import { firstHeading, withHeadline } from './articleText'
import { parseHtml } from './htmlDocument'
import { htmlOf, markupHead } from './htmlSource'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import { mainText } from './mainText'
import { pageFacts } from './pageFacts'

/** Below this share of a page's text something may have been lost. */
const SMALL_SHARE = 0.25

/** A web page, as saved from a browser: each file is one article. Nothing that it names is loaded. */
export const html: Importer = {
  id: 'html',
  label: 'Web page',
  single: true,
  encodingOf: (file) => htmlOf(file).encoding,
  recognises: (file) => {
    const head = markupHead(file)
    return isMarked(head) || (/\.x?html?$/i.test(file.name) && /<[a-z!][^<]*>/i.test(head))
  },
  *read(file): Generator<FoundArticle> {
    const page = parseHtml(htmlOf(file).html)
    const { unreadDate, ...facts } = pageFacts(page)
    const main = mainText(page)
    if (main.text === '') throw new ImportRefusal('empty', 'there is no text on this page, as a browser without scripts would show it')
    const headline = facts.headline || firstHeading(main)
    yield { ...bareArticle(''), ...facts, headline, byline: facts.byline || main.byline, ...withHeadline(headline, main), problems: problems(unreadDate, main.share) }
  },
}

/** Whether markup begins as pages do, after comments and an XML declaration. */
const isMarked = (head: string): boolean => /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(head)

function problems(unreadDate: string, share: number): readonly ImportProblem[] {
  const found: ImportProblem[] = []
  if (unreadDate !== '') found.push({ kind: 'unread-date', quote: unreadDate })
  if (share < SMALL_SHARE) found.push({ kind: 'note', message: `Only ${Math.round(share * 100)} % of the page’s text was taken for the article: compare it with the page.` })
  return found
}
