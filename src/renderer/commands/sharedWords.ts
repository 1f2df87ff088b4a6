import type { Article } from '../../domain/project/article'
import type { SharedPassage } from '../../domain/synopsis/sharedPassages'
import { kindWords } from '../../domain/synopsis/words'
import { outletLabel, shownHeadline } from '../store/outletLabel'
import type { Session } from '../store/session'

/** What an article is called where it stands for its outlet. */
const nameOf = (session: Session, article: Article): string => outletLabel(session, article) || shownHeadline(session, article) || 'an article without an outlet'

/** What articles that have a passage are called, each once, in their order. */
export const outletsOf = (session: Session, { places }: Pick<SharedPassage, 'places'>): readonly string[] =>
  [...new Set(places.flatMap(({ article }) => session.records.article.get(article) ?? []).map((one) => nameOf(session, one)))]

/** What is said of a shared passage beside one article of it. */
export function sharedLabel(session: Session, passage: SharedPassage, article: string, open: ReadonlySet<string>): string {
  const others = [...new Set(passage.places.map((place) => place.article))].filter((one) => one !== article)
  const names = others.flatMap((one) => {
    const found = session.records.article.get(one)
    return found ? [`${nameOf(session, found)}${open.has(one) ? '' : ' (not open)'}`] : []
  })
  const said = `${kindWords[passage.kind]}, ${passage.state} (${passage.strength.toFixed(2)})`
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. Also in ${[...new Set(names)].join(', ')}`
}
