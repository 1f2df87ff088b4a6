import type { Place } from '../../synopsis/parallel'
import { sameSpan } from '../../text/span'
import { evidenceOf, spanOf } from './evidence'
import type { Found } from './found'
import { kindOf, mayBeBorneOut, pointsOf, POSSIBLE, SUGGESTED } from './judged'
import { LikelySentences, type Scratch } from './likelySentences'
import { MatchedWords } from './matchedWords'
import type { Prepared } from './prepared'
import { Windows } from './windows'

/**
 * What two articles may share, also what only other articles make likely; of an article and itself, what it says twice.
 * @param senses how many numbers the lexicon has @param tick called for every pair of sentences
 */
export function compare(a: Prepared, b: Prepared, scratch: Scratch, senses: number, tick: () => void): readonly Found[] {
  const links: Found[] = []
  const likely = new LikelySentences(a, b, scratch, senses)
  const matched = new MatchedWords(a, b, scratch)
  const windows = new Windows(matched)
  try {
    likely.each((sa, sb) => {
      tick()
      matched.match(sa, sb)
      for (const window of windows.find()) {
        const evidence = evidenceOf(matched, window)
        if (!evidence) continue
        const points = pointsOf(evidence)
        const bearable = mayBeBorneOut(evidence)
        if (points < (bearable ? POSSIBLE : SUGGESTED)) continue
        const p: Place = { article: a.article, ...spanOf(a, matched.startA + window.a0, window.a1 - window.a0) }
        const q: Place = { article: b.article, ...spanOf(b, matched.startB + window.b0, window.b1 - window.b0) }
        const [only] = evidence.runs
        const whole = evidence.runs.length === 1 && only !== undefined && sameSpan(only.a, p) && sameSpan(only.b, q)
        links.push({ a: p, b: q, kind: kindOf(evidence, whole), points, bearable, runs: evidence.runs, inA: new Int32Array(evidence.pairs.map(({ i }) => i)), inB: new Int32Array(evidence.pairs.map(({ j }) => j)) })
      }
    })
  } finally {
    likely.end()
  }
  return links
}
