import { EventProposals, type ProposedEvent } from '../../domain/align/proposeEvents'
import type { Report } from '../../domain/query/corpusTexts'
import { datesIn } from '../../domain/text/writtenDate'
import type { Library } from './library'

/** Of an article without a date, so many days that its text names say when it may have been. */
const MOST_DATES = 12

/** Which articles of a corpus may tell of one event. */
export function proposeEvents(corpus: Library, _args: null, report: Report): readonly ProposedEvent[] {
  const proposals = new EventProposals()
  let done = 0
  for (const { article } of corpus.inOrder()) {
    // Some are named after words of their text: as it is shown.
    const text = corpus.shown(article.id, article.version)
    const mentioned = text === undefined || article.date !== '' ? [] : datesIn(text, MOST_DATES).map(({ date }) => date)
    if (text !== undefined) proposals.add({ ...article, text, mentioned })
    done += 1
    report(done, corpus.size)
  }
  return proposals.proposals(() => { report(done, corpus.size) })
}
