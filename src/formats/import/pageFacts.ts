import { oneLine } from './pressArticle'
import { structuredArticle } from './structuredData'
import { dateOf } from './tableDate'

/** What a page says of its article outside the text, each on one line; empty where it doesn't. */
export interface PageFacts {
  readonly headline: string
  /** As a project keeps dates. */
  readonly date: string
  /** What stands where the date should, when it can't be read. */
  readonly unreadDate: string
  readonly outlet: string
  readonly byline: string
  readonly section: string
  readonly language: string
  readonly url: string
}

const dateNames = [
  'article:published_time', 'datePublished', 'og:article:published_time', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'date', 'dc.date',
  'dc.date.issued', 'dcterms.issued', 'dcterms.date', 'dcterms.created',
]

/** Reads the head of a page that was only parsed: everything comes out as strings, and only these are used. */
export function pageFacts(page: Document): PageFacts {
  const meta = metaOf(page)
  const data = structuredArticle(page)
  const outlet = line(meta('og:site_name')) || line(data?.publisher)
  const stated = line(meta('article:published_time')) || line(data?.datePublished) || line(meta(...dateNames)) || line(timeOf(page))
  const date = dateOf(stated, null) ?? ''
  return {
    headline: withoutOutlet(line(meta('og:title')) || line(data?.headline) || titleOf(page), outlet),
    date, unreadDate: date === '' ? stated : '', outlet,
    byline: [meta('author'), data?.author, meta('article:author'), bylineOf(page)].map(line).find((one) => one !== '' && !/^https?:/i.test(one)) ?? '',
    section: line(meta('article:section')) || line(data?.section),
    language: languageOf(page, meta('og:locale')),
    url: [canonicalOf(page), meta('og:url')].map(line).find((one) => /^https?:\/\//i.test(one)) ?? '',
  }
}

const line = (text: string | null | undefined): string => oneLine(text ?? '').slice(0, 2000)

/** Looks meta elements up by name, in the order of the names asked for. */
function metaOf(page: Document): (...names: readonly string[]) => string | undefined {
  const known = new Map<string, string>()
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? '').toLowerCase()
    const content = element.getAttribute('content') ?? ''
    if (!known.has(name) && content.trim() !== '') known.set(name, content)
  }
  return (...names) => names.map((name) => known.get(name.toLowerCase())).find((content) => content !== undefined)
}

/** A heading that the title of the window repeats is that title without what else stands there. */
function titleOf(page: Document): string {
  const title = line(page.title)
  const heading = line(page.querySelector('h1')?.textContent)
  return heading !== '' && (title === '' || title.includes(heading)) ? heading : title
}

/** “A bridge opens | The Meridian” without its end, where that is the outlet. */
function withoutOutlet(headline: string, outlet: string): string {
  if (outlet === '' || !headline.endsWith(outlet)) return headline
  return /^(.+?)\s+[|–—·:-]\s*$/.exec(headline.slice(0, -outlet.length))?.[1] ?? headline
}

/** The one time that a page states, or the first that its article does: others belong to related stories. */
function timeOf(page: Document): string | null | undefined {
  const marked = page.querySelector('time[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime]')
  const all = marked ? [marked] : [...page.querySelectorAll('time[datetime]')]
  return all.length === 1 ? all[0]?.getAttribute('datetime') ?? all[0]?.textContent : undefined
}

const bylineOf = (page: Document): string | null | undefined => page.querySelector('[itemprop="author"] [itemprop="name"], [itemprop="author"], [rel="author"]')?.textContent

const canonicalOf = (page: Document): string | null | undefined => page.querySelector('link[rel="canonical" i]')?.getAttribute('href')

function languageOf(page: Document, locale: string | undefined): string {
  const stated = [page.documentElement.getAttribute('lang'), page.documentElement.getAttribute('xml:lang'), locale].map((one) => line(one).replaceAll('_', '-'))
  return stated.find((one) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(one)) ?? ''
}
