import type { SharedPassage } from '../../../domain/synopsis/sharedPassages'
import { sharedLabel } from '../../commands/sharedWords'
import type { SharedMark } from '../../reader/reader'
import type { JoinedPassage } from '../../reader/together/passage'
import type { Session } from '../../store/session'

/** The places of an article that others have too, as its column marks them. */
export const sharedMarks = (session: Session, article: string, passages: readonly SharedPassage[], open: ReadonlySet<string>): readonly SharedMark[] =>
  passages.flatMap((passage) => {
    const own = passage.places.filter((place) => place.article === article)
    const label = own.length > 0 ? sharedLabel(session, passage, article, open) : ''
    return own.map(({ start, end }) => ({ id: passage.id, span: { start, end }, state: passage.state, strength: passage.strength, label }))
  })

/** A passage as columns are brought together by it. */
export function joinedPassage({ id, strength, state, places }: SharedPassage): JoinedPassage {
  const byArticle = new Map<string, { start: number; end: number }[]>()
  for (const { article, start, end } of places) byArticle.set(article, [...(byArticle.get(article) ?? []), { start, end }])
  return { id, strength, sure: state !== 'suggested', places: byArticle }
}
