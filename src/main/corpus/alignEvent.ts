import { cutLinks } from '../../domain/synopsis/cutLinks'
import type { Parallels } from '../../domain/synopsis/parallel'
import type { Library } from './library'
import type { TaskReport } from './taskReport'

/** What the articles of an event share, as they are saved. */
export function alignEvent(corpus: Library, { event }: { readonly event: string }, report: TaskReport): Parallels {
  const own = corpus.inOrder().filter(({ article }) => article.event === event)
  const texts = own.flatMap(({ article: { id, language, excluded } }) => {
    const text = corpus.text(id)
    return text === undefined ? [] : [{ id, text, language, excluded }]
  })
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  const unreadable = own.filter(({ article }) => !textOf.has(article.id)).map(({ article }) => ({ article: article.id, why: 'unreadable' as const }))
  const found = corpus.aligners.of(event, corpus, report).align(texts, report)
  return { ...found, links: cutLinks(found.links, (article) => textOf.get(article) ?? ''), notCompared: [...unreadable, ...found.notCompared] }
}
