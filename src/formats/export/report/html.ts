import type { Article } from '../../../domain/project/article'
import { codeEntries } from '../../../domain/project/codes'
import type { NewsEvent } from '../../../domain/project/event'
import { inTextOrder } from '../../../domain/project/records'
import { plain } from '../../html/plain'
import { POLICY } from '../../html/policy'
import type { ProjectSource } from '../../source'
import { inChunks } from '../chunks'
import { distinctNames } from '../distinctNames'
import type { Exporter } from '../exporter'
import { articlePart } from './articlePart'
import { codebookPart } from './codebookPart'
import { codingItem, type Naming } from './codings'
import { Counts } from './counts'
import { finished } from './sheets'
import { STYLE } from './style'

/** One page to be read and printed: the codebook, each event with its articles and what was coded in them, and how often. */
export const html: Exporter = {
  id: 'html',
  label: 'Report (HTML)',
  about: 'To read, print and show: one page for any browser, with the texts, what was coded in the margin, the codebook and counts. It can’t be read back.',
  shapes: ['project'],
  extension: 'html',
  files: (source) => [{ ending: '.html', chunks: () => inChunks(report(source)) }],
  losses: ({ rulings }) => [
    'What is there for reading stays; ids, earlier versions of texts and links between annotations are left out, as are signs that turn the direction of text or that HTML can’t hold.',
    ...(rulings.length > 0 ? [`What was decided on shared passages (${rulings.length}) is left out.`] : []),
  ],
}

async function* report(source: ProjectSource): AsyncGenerator<string, void> {
  const { info, codebook, coders, events, articles, text, program } = source
  const names = distinctNames(coders), entities = distinctNames(source.entities)
  const naming: Naming = { entries: codeEntries(codebook), coder: (id) => names.get(id) ?? id, entity: (id) => entities.get(id), texts: text !== null }
  const counts = new Counts()
  const groups = grouped(events, articles)
  yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width">
<title>${plain(info.name)}</title><style>${STYLE}</style></head><body>
<h1><bdi>${plain(info.name)}</bdi></h1>
<p class="about">${[counted(events.length, 'event'), counted(articles.length, 'article'), `coded by <bdi>${coders.map(({ id }) => plain(naming.coder(id))).join('</bdi>, <bdi>')}</bdi>`, plain(program ?? 'Synoptic')].join(' · ')}${text === null ? '<br>Positions only: the texts of the articles and quotations from them are left out.' : ''}</p>
${info.memo.trim() === '' ? '' : `<p dir="auto">${plain(info.memo)}</p>\n`}<nav><ul><li><a href="#codebook">Codebook</a></li>${groups.map(({ event }, i) => `<li><a href="#event-${i}"><bdi>${plain(nameOf(event))}</bdi></a></li>`).join('')}<li><a href="#counts">How often codes were given</a></li></ul></nav>
`
  yield* codebookPart(codebook)
  for (const [i, { event, articles: own }] of groups.entries()) {
    const variables = Object.entries(event?.variables ?? {}).map(([name, value]) => `${name}: ${value}`)
    yield `<section id="event-${i}"><h2><bdi>${plain(nameOf(event))}</bdi></h2>\n<p class="about">${[event?.date ?? '', counted(own.length, 'article'), ...variables].filter((part) => part !== '').map((part) => `<bdi>${plain(part)}</bdi>`).join(' · ')}</p>\n`
    if (event) {
      const coded = await source.coded(event.id)
      counts.add(coded)
      if (coded.annotations.length > 0) yield `<ul class="codings">${[...coded.annotations].sort(inTextOrder).map((one, n) => codingItem(one, n + 1, naming)).join('\n')}</ul>\n`
      yield finished(coded, naming)
    }
    for (const article of own) {
      const coded = await source.coded(article.id)
      counts.add(coded)
      yield* articlePart(article, coded, text && await text(article.id), naming)
    }
    yield '</section>\n'
  }
  yield `${counts.html(coders.map(({ id }) => id), naming)}</body></html>\n`
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

const nameOf = (event: NewsEvent | null): string => (event ? event.name || 'An event without a name' : 'Articles without an event')

/** Each event with its articles, then those without one. */
function grouped(events: readonly NewsEvent[], articles: readonly Article[]): readonly { readonly event: NewsEvent | null; readonly articles: readonly Article[] }[] {
  const own = new Map<string | null, Article[]>([...events.map(({ id }) => [id, []] as [string, Article[]]), [null, []]])
  for (const article of articles) (own.get(article.event) ?? own.get(null))?.push(article)
  const rest = own.get(null) ?? []
  return [...events.map((event) => ({ event, articles: own.get(event.id) ?? [] })), ...(rest.length > 0 ? [{ event: null, articles: rest }] : [])]
}
