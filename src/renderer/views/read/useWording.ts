import { useEffect } from 'react'
import { wording } from '../../../domain/synopsis/wording'
import { isOn } from '../../commands/sharedCommands'
import type { SharedWords } from '../../reader/reader'
import { Latest } from '../../store/latest'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'

/** Shows in which words the places of the passage in hand differ, while that is asked for. */
export function useWording(): void {
  const { app, together, passageInHand } = useDesk()
  const session = useSession()
  const on = isOn(useCell(app.layout), 'wording')
  const hand = useCell(passageInHand)
  const [event, id] = [hand?.event, hand?.passage]
  useEffect(() => {
    if (!on || event === undefined) return undefined
    const { passages } = session.synopses.of(event)
    const words = async (): Promise<ReadonlyMap<string, readonly SharedWords[]>> => {
      const passage = passages.get().find((one) => one.id === id)
      const articles = [...new Set(passage?.places.map(({ article }) => article))]
      const texts = new Map(await Promise.all(articles.map(async (article) => [article, await session.text(article)] as const)))
      const found = passage && wording(passage, (article) => texts.get(article) ?? '')
      const differing = new Map<string, SharedWords[]>()
      for (const [{ article }, stretches] of found ?? []) differing.set(article, [...(differing.get(article) ?? []), ...stretches])
      return differing
    }
    // A text that can't be read is said so in its column.
    const shown = new Latest(words, (found) => { together.setWording(found ?? new Map()) })
    const again = (): void => { void shown.begin() }
    again()
    const end = passages.watch(again)
    return () => {
      shown.end()
      end()
      together.setWording(new Map())
    }
  }, [together, session, on, event, id])
}
