import { useMemo } from 'react'
import type { Article } from '../../../domain/project/article'
import type { NotCompared } from '../../../domain/synopsis/parallel'
import { shownArticle } from '../../store/outletLabel'
import type { EventSynopsis } from '../../store/synopses'
import { inChosenOrder } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** An article of the event, which is a column of the table. */
export interface Column {
  /** As it is shown. */
  readonly article: Article
  /** Its outlet, or what tells it from others. */
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
  const { orders } = useCell(useDesk().synopsisView)
  const parallels = useCell(synopsis.parallels)
  const { mask } = session.masked
  return useMemo(() => {
    const articles = inChosenOrder(synopsis.articles(), { orders }, synopsis.event).map((article) => shownArticle(session, article))
    return articles.map((article) => {
      const { id, outlet, headline, date, source } = article
      const twin = outlet !== '' && articles.filter((one) => one.outlet === outlet).length > 1
      return { article, name: outlet || headline || source.file, about: [date, twin && headline].filter(Boolean).join(' · '), why: parallels?.notCompared.find((one) => one.article === id)?.why ?? null }
    })
    // The records are replaced in place: the catalogue says when they are old; what is hidden may change by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, synopsis, orders, parallels, catalogue, mask])
}
