import { copyGroups } from '../../src/domain/align/copyGroups'
import { NearDuplicates, shareOf, sharesOf, USUAL_SHARE, type LikePair } from '../../src/domain/align/nearDuplicates'
import { sketchOf } from '../../src/domain/align/sketch'
import { countWords } from '../../src/domain/text/canonical'
import { expect, test } from '../e2e/fixtures'
import { wireCorpus } from '../fixtures/wire'

const ARTICLES = 10_000
/** Seconds for finding the copies among so many articles of 600 words, reading them from the disk not counted. */
const MOST_SECONDS = 10

/** Near-duplicates: copies that kept 60 to 100 % of their sentences, found among 10,000 articles. */
test('near-duplicates among 10,000 articles', () => {
  const { texts, planted } = wireCorpus(ARTICLES)
  let words = 0
  const tokenising = timed(() => { for (const { text } of texts) words += countWords(text) })
  const near = new NearDuplicates()
  const pairs: LikePair[] = []
  const finding = timed(() => { for (const { id, text } of texts) pairs.push(...near.add(id, sketchOf(text, []))) })

  const found = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  const recall = planted.filter(({ original, copy }) => found.has(`${original} ${copy}`)).length / planted.length
  // Copies of one original are rightly found to be like each other.
  const family = new Map(copyGroups(planted.map(({ original, copy }) => ({ a: original, b: copy, ofA: 1, ofB: 1, jaccard: 1 })), 1).flatMap(({ articles }, i) => articles.map((id) => [id, i] as const)))
  const precision = pairs.filter(({ a, b }) => family.has(a) && family.get(a) === family.get(b)).length / pairs.length
  const text = new Map(texts.map((one) => [one.id, one.text]))
  const usual = planted.filter(({ original, copy }) => shareOf(sharesOf(sketchOf(text.get(original) ?? '', []), sketchOf(text.get(copy) ?? '', []))) >= USUAL_SHARE)
  const proposed = usual.filter(({ original, copy }) => shareOf(found.get(`${original} ${copy}`) ?? { ofA: 0, ofB: 0 }) >= USUAL_SHARE).length / usual.length
  console.log(`copies | ${ARTICLES} articles, ${words} words, ${planted.length} planted copies | recall ${recall.toFixed(4)} (of those with half in common: ${proposed.toFixed(4)}) | precision ${precision.toFixed(4)} | ${near.comparisons} comparisons | ${(finding / 1000).toFixed(2)} s | one pass of counting words ${(tokenising / 1000).toFixed(2)} s | ratio ${(finding / tokenising).toFixed(2)}`)
  expect(recall).toBe(1)
  expect(precision).toBe(1)
  expect(proposed).toBe(1)
  expect(finding / 1000).toBeLessThan(MOST_SECONDS)
})

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
