import { useEffect, useMemo, useState } from 'react'
import type { Article } from '../../../domain/project/article'
import type { EventText } from '../../../domain/synopsis/parallel'
import { tellerOf, tellers, type Teller } from '../../../domain/synopsis/tellers'
import { shownArticle, shownText } from '../../store/outletLabel'
import type { EventSynopsis } from '../../store/synopses'
import { inChosenOrder } from '../../store/synopsisView'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** Who tells of an event, as they may be shown, and what they tell. */
export interface Telling {
  /** In the order of choice. */
  readonly tellers: readonly Teller[]
  /** Article id -> key of its teller. */
  readonly teller: ReadonlyMap<string, string>
  /** By article id, those that can't be read left out; null until they are all here. */
  readonly texts: ReadonlyMap<string, EventText> | null
}

export function useTelling(synopsis: EventSynopsis): Telling {
  const desk = useDesk()
  const session = useSession()
  const view = useCell(desk.synopsisView)
  const { mask } = session.masked
  const articles = inChosenOrder(synopsis.articles(), view, synopsis.event).map((article) => shownArticle(session, article))
  // Each change of the records makes other arrays; this is the same as long as nothing is different that shows here.
  const key = JSON.stringify(articles.map(({ id, version, outlet, headline, language, passages }) => [id, version, outlet, headline, language, excludedOf(passages)]))
  // oxlint-disable-next-line react/exhaustive-deps
  const who = useMemo(() => tellers(articles), [key])
  const teller = useMemo(() => tellerOf(who), [who])
  const [read, setRead] = useState<{ readonly of: string; readonly mask: unknown; readonly texts: ReadonlyMap<string, EventText> } | null>(null)
  useEffect(() => {
    let current = true
    void Promise.allSettled(articles.map(async ({ id, language, passages }): Promise<EventText> => ({ id, text: shownText(session, id, await session.text(id)), language, excluded: excludedOf(passages) }))).then((all) => {
      if (current) setRead({ of: key, mask, texts: new Map(all.flatMap((one) => (one.status === 'fulfilled' ? [[one.value.id, one.value] as const] : []))) })
    })
    return () => { current = false }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session, key, mask])
  return { tellers: who, teller, texts: read?.of === key && read.mask === mask ? read.texts : null }
}

const excludedOf = (passages: Article['passages']) => passages.filter(({ state }) => state === 'excluded').map(({ start, end }) => ({ start, end }))

/** What a teller is called in lists. */
export const tellerName = ({ outlet, articles: [first] }: Teller): string => outlet || `Outlet unknown: ${first?.headline || first?.source.file || 'untitled'}`
