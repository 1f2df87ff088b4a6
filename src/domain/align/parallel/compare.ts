import type { Place } from '../../synopsis/parallel'
import { sameSpan } from '../../text/span'
import { evidenceOf, spanOf } from './evidence'
import type { Found } from './found'
import { kindOf, mayBeBorneOut, pointsOf, POSSIBLE } from './judged'
import { LikelySentences, type Scratch } from './likelySentences'
import { matchedWords } from './matchedWords'
import type { Prepared } from './prepared'
import { windowsOf } from './windows'

/**
 * What two articles may share, also what only other articles make likely.
 * @param senses how many numbers the lexicon has @param tick called for every pair of sentences
 */
export function compare(a: Prepared, b: Prepared, scratch: Scratch, senses: number, tick: () => void): readonly Found[] {
  const links: Found[] = []
  const likely = new LikelySentences(a, b, scratch, senses)
  const left = (sense: number): number => likely.left(sense)
  try {
    likely.each((sa, sb) => {
      tick()
      const matched = matchedWords(a, b, sa, sb, left)
      for (const window of windowsOf(a, b, matched)) {
        const evidence = evidenceOf(a, b, matched, window)
        const points = pointsOf(evidence)
        if (points < POSSIBLE) continue
        const p: Place = { article: a.article, ...spanOf(a, matched.a + window.a0, window.a1 - window.a0) }
        const q: Place = { article: b.article, ...spanOf(b, matched.b + window.b0, window.b1 - window.b0) }
        const [only] = evidence.runs
        const whole = evidence.runs.length === 1 && only !== undefined && sameSpan(only.a, p) && sameSpan(only.b, q)
        links.push({ a: p, b: q, kind: kindOf(evidence, whole), points, bearable: mayBeBorneOut(evidence), runs: evidence.runs })
      }
    })
  } finally {
    likely.end()
  }
  return links
}
