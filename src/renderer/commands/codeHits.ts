import { annotateMany } from '../../domain/changes/commands/annotate'
import { takesExcluded } from '../../domain/changes/commands/excluded'
import { overlaps, sameSpan, type Span } from '../../domain/text/span'
import type { Session } from '../store/session'
import { carryOut } from './carryOut'
import type { Desk } from './command'

/** Where something was found. */
export interface Place extends Span {
  readonly article: string
}

/** So many texts are read at a time. */
const AT_ONCE = 20

/** True when the coder at work has given this place the code; a paragraph is coded where anything of it is. */
export function isCodedAs(session: Session, place: Place, code: string): boolean {
  const all = [...(session.records.annotationsOf.get(place.article)?.values() ?? [])]
  return all.some((one) => one.code === code && one.coder === session.opened.coder.id && one.spans.some((span) => (one.unit === 'paragraph' ? overlaps(span, place) : sameSpan(span, place))))
}

/**
 * Gives a code to many places as one step, without blocking the window; those in articles that can't be coded at present, or in excluded text, are left out.
 * @param progress how many of the articles' texts are read
 * @returns whether it was carried out
 */
export async function codeHits(desk: Desk, session: Session, places: readonly Place[], code: string, progress: (read: number, total: number) => void = () => undefined): Promise<boolean> {
  const here = places.filter((place) => !takesExcluded(session.records, place.article, [place]))
  const writable = here.filter(({ article }) => !session.blocked(article))
  const articles = [...new Set(writable.map(({ article }) => article))]
  const texts = new Map<string, string>()
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    progress(at, articles.length)
    const some = articles.slice(at, at + AT_ONCE)
    const read = await Promise.all(some.map((article) => session.text(article)))
    for (const [i, article] of some.entries()) texts.set(article, read[i] ?? '')
  }
  await session.load(articles)
  const codings = writable.map(({ article, start, end }) => ({ article, text: texts.get(article) ?? '', span: { start, end }, code }))
  const done = await carryOut(desk, annotateMany(session.records, codings, session.circumstances()))
  const excluded = places.length - here.length
  const name = session.codes().get(code)?.code.name ?? ''
  if (done) desk.hint.set(`${codings.length === 1 ? '1 passage was' : `${codings.length.toLocaleString('en-GB')} passages were`} coded as ${name}`)
  if (excluded > 0) desk.hint.set(`${excluded === 1 ? '1 place was' : `${excluded} places were`} not coded, because text there is excluded`)
  return done
}
