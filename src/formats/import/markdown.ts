import { marked } from 'marked'
import { plainTextFacts } from '../plainText'
import { firstHeading, withHeadline, type HeadedText } from './articleText'
import { frontMatter } from './frontMatter'
import { parseHtml } from './htmlDocument'
import { sanitise } from './htmlSanitise'
import { textOfHtml } from './htmlText'
import { bareArticle, ImportRefusal, type FoundArticle, type Importer } from './importer'
import { languageTag } from './languageTag'
import { dateOf } from './tableDate'
import { text, textOf } from './text'

/** What front matter calls the facts of an article. */
const fieldNames = {
  headline: ['title', 'headline'], outlet: ['outlet', 'publication', 'source', 'publisher', 'site'], byline: ['author', 'authors', 'byline'], section: ['section', 'category'],
  language: ['language', 'lang'], url: ['url', 'link', 'canonical'],
} as const

/** Markdown (CommonMark, with GitHub's tables), recognised by its name alone, as any text is valid Markdown. HTML in it is read as such. */
export const markdown: Importer = {
  id: 'markdown',
  label: 'Markdown',
  single: true,
  encodingOf: text.encodingOf,
  recognises: (file) => /\.(?:md|markdown|mkd)$/i.test(file.name) && text.encodingOf(file) !== '',
  *read(file): Generator<FoundArticle> {
    const { fields, body } = frontMatter(textOf(file))
    const shown = rendered(body)
    if (shown.text === '') throw new ImportRefusal('empty', 'there is no text in it, only markup')
    const taken = (name: keyof typeof fieldNames): string => fieldNames[name].map((one) => fields.get(one) ?? '').find((one) => one !== '') ?? ''
    const named = new Set<string>(['date', ...Object.values(fieldNames).flat()])
    const date = fields.get('date') ?? ''
    const facts = plainTextFacts(shown.text)
    const headline = taken('headline') || firstHeading(shown) || facts.headline
    yield {
      ...bareArticle(''), ...withHeadline(headline, shown), headline, date: date === '' ? facts.date : dateOf(date, null) ?? '',
      outlet: taken('outlet'), byline: taken('byline'), section: taken('section'), language: languageTag(taken('language')), url: taken('url'),
      variables: Object.fromEntries([...fields].filter(([name]) => !named.has(name))),
      problems: date !== '' && dateOf(date, null) === undefined ? [{ kind: 'unread-date', quote: date }] : [],
    }
  },
}

function rendered(body: string): HeadedText {
  const { body: shown } = parseHtml(asHtml(body))
  sanitise(shown, 'without names')
  return textOfHtml(shown)
}

/** How many marks a paragraph may hold; each is looked at once for every other one. */
const MOST_MARKS = 3000

function asHtml(body: string): string {
  if (body.split(/\n[ \t]*\n/).some((one) => (one.match(/[*_[\]~`<]/g)?.length ?? 0) > MOST_MARKS)) {
    throw new ImportRefusal('too-costly', 'one paragraph of it has thousands of marks (* _ [ `), more than can be read in a reasonable time. Rename it to .txt to import it as it is')
  }
  try {
    return marked.parse(body, { async: false })
  } catch {
    // Quotations or lists in one another by the thousand; no other text makes it stop.
    throw new ImportRefusal('unsafe', 'it is not read, as its markup is nested without end. Rename it to .txt to import it as it is')
  }
}
