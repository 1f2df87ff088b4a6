import { Aligner } from '../../domain/align/aligner'
import { cutLinks } from '../../domain/synopsis/cutLinks'
import type { Parallels } from '../../domain/synopsis/parallel'
import type { Library } from './library'
import type { TaskReport } from './taskReport'

/** What the articles of an event share, as they are saved. */
export function alignEvent(corpus: Library, { event }: { readonly event: string }, report: TaskReport): Parallels {
  const own = corpus.inOrder().filter(({ article }) => article.event === event)
  const texts = own.flatMap(({ article }) => {
    const text = corpus.text(article.id)
    return text === undefined ? [] : [{ id: article.id, text, language: '', excluded: article.excluded }]
  })
  const unreadable = own.filter(({ article }) => !texts.some(({ id }) => id === article.id)).map(({ article }) => ({ article: article.id, why: 'unreadable' as const }))
  const found = new Aligner(() => 1).align(texts, report)
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  return { ...found, links: cutLinks(found.links, (article) => textOf.get(article) ?? ''), notCompared: [...unreadable, ...found.notCompared] }
}
