import { carried, correctText } from '../../domain/changes/commands/correctText'
import { placeAgain } from '../../domain/changes/commands/placeAgain'
import type { Annotation } from '../../domain/project/annotation'
import { isPlaced } from '../../domain/project/placement'
import { CarryOver } from '../../domain/text/carryOver'
import { performAny } from './carryOut'
import { openSession, writable, type Command, type Desk } from './command'
import { activeArticle, activeReader } from './textCommands'

/** Annotations of the coder at work whose passages were not found again in an article's corrected text. */
export function unplacedIn(desk: Desk, article: string | undefined): readonly Annotation[] {
  const session = openSession(desk)
  if (!session || article === undefined) return []
  return [...(session.records.annotationsOf.get(article)?.values() ?? [])].filter((one) => one.coder === session.opened.coder.id && !isPlaced(one, session.records.article.get(article)))
}

/**
 * Makes the corrected text a new version of the article's and carries over what was coded. Then says what has changed or lost its
 * place, if anything. @throws Error with a sentence for the researcher; nothing is changed then
 */
export async function correct(desk: Desk, article: string, after: string): Promise<void> {
  const session = writable(desk)
  if (!session) return
  const [before] = await Promise.all([session.text(article), session.load([article])])
  if (after === before) return
  const { version, hash } = await session.storeVersion(article, after)
  const correction = { article, before, after, version, hash }
  const carry = new CarryOver(before, after)
  const { changed, lost } = carried(session.records, correction, carry)
  const done = await performAny(desk, correctText(session.records, correction, session.circumstances(), carry))
  if (done && changed.length + lost.length > 0) desk.overlay.set({ kind: 'corrected', changed: changed.map(({ id }) => id), lost: lost.map(({ id }) => id) })
}

/** Gives an annotation that lost its place the selected passage. */
export async function placeHere(desk: Desk, annotation: string): Promise<void> {
  const session = writable(desk)
  const article = activeArticle(desk)
  const span = activeReader(desk)?.selection()
  if (!session || article === undefined || !span) return
  const text = await session.text(article)
  await performAny(desk, placeAgain(session.records, { annotation, text, span }, session.circumstances()))
}

/** Correcting texts, and what comes of it. */
export const correctionCommands: readonly Command[] = [
  {
    id: 'article.correct', menu: 'Text', group: 6, keys: [], scope: 'anywhere', label: () => 'Correct the text …',
    enabled: (desk) => {
      const article = activeArticle(desk)
      // A text is corrected as it is, with all that tells its outlet.
      return article !== undefined && writable(desk)?.blocked(article) === false && !writable(desk)?.masked.mask
    },
    run: (desk) => {
      const article = activeArticle(desk)
      if (article !== undefined) desk.overlay.set({ kind: 'correct', article })
    },
  },
  {
    id: 'annotation.place', menu: 'Text', group: 6, keys: [], scope: 'anywhere', label: () => 'Give the selected passage to an annotation that lost its own …',
    enabled: (desk) => writable(desk) !== null && activeReader(desk)?.selection() != null && unplacedIn(desk, activeArticle(desk)).length > 0,
    run: (desk) => { desk.overlay.set({ kind: 'place' }) },
  },
]
