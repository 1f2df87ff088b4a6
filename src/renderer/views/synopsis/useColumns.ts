import { useMemo } from 'react'
import type { Article } from '../../../domain/project/article'
import type { NotCompared } from '../../../domain/synopsis/parallel'
import type { EventSynopsis } from '../../store/synopses'
import { inChosenOrder } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** An article of the event, which is a column of the table. */
export interface Column {
  readonly article: Article
  /** Its outlet as it may be shown, or what tells it from others. */
  readonly name: string
  /** Its date, and what tells it from another article of the same outlet. */
  readonly about: string
  /** Why it was not compared; null when it was. */
  readonly why: NotCompared | null
}

/** The articles of an event in the order of choice. */
export function useColumns(synopsis: EventSynopsis): readonly Column[] {
  const session = useSession()
  const catalogue = useCell(session.catalogue)
  const view = useCell(useDesk().synopsisView)
  const parallels = useCell(synopsis.parallels)
  const { orders } = view
  return useMemo(() => {
    const articles = inChosenOrder(synopsis.articles(), { orders }, synopsis.event)
    const names = articles.map(({ outlet }) => outlet)
    return articles.map((article) => {
      const twin = article.outlet !== '' && names.filter((one) => one === article.outlet).length > 1
      return {
        article, name: article.outlet || article.headline || article.source.file, about: [article.date, twin && article.headline].filter(Boolean).join(' · '),
        why: parallels?.notCompared.find((one) => one.article === article.id)?.why ?? null,
      }
    })
    // The records are replaced in place: the catalogue says when they are old.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [synopsis, orders, parallels, catalogue])
}
