import { Aligner } from '../../src/domain/align/aligner'
import type { EventText } from '../../src/domain/synopsis/parallel'
import { sharedPassages } from '../../src/domain/synopsis/sharedPassages'
import { countWords } from '../../src/domain/text/canonical'
import { expect, test } from '../e2e/fixtures'
import { evaluate, pairsIn, precision, recall, told } from '../fixtures/alignment/evaluate'
import { plantedEvent } from '../fixtures/alignment/planted'
import { putinKim } from '../fixtures/alignment/putinKim'
import { rarityIn } from '../fixtures/alignment/rarity'
import { sharedCorpus } from '../fixtures/alignment/sharedCorpus'

const WORDS = 600
const TIMES = 15
/** As often as their words can be counted meanwhile: that is 37 ms for ten articles, and 3 s for a hundred events, where nothing else runs. */
const MOST_RATIO = 30
/** Articles of an event, and words of an article, one after the other eightfold: time may grow twice as much. */
const MOST_GROWTH_OF_EIGHT = 16

/** A1: all pairs of ten articles, and a hundred such events, each article quoting six utterances that others quote too. */
test('ten articles aligned, and a hundred events', () => {
  const { texts } = plantedEvent({ articles: 10, words: WORDS, seed: 1 })
  const rarity = rarityIn(texts)
  const { ours, plain, ratio } = against(TIMES, () => new Aligner(rarity).align(texts), () => { count(texts) })
  const aligner = new Aligner(rarity)
  aligner.align(texts)
  let edits = 0
  const again = median(TIMES, () => aligner.align(texts.map((one, i) => (i === 4 ? { ...one, text: `${one.text} ${edits += 1}` } : one))))
  console.log(`A1 | 10 articles, ${words(texts)} words | ${ours.toFixed(1)} ms | counting words ${plain.toFixed(2)} ms | ratio ${ratio.toFixed(1)} | one article changed ${again.toFixed(1)} ms (aim 16 ms)`)
  expect.soft(ratio).toBeLessThan(MOST_RATIO)
  expect.soft(again).toBeLessThan(ours / 2)

  const events = Array.from({ length: 100 }, (_none, n) => plantedEvent({ articles: 10, words: WORDS, seed: 100 + n }).texts)
  const whole = rarityIn(events.flat())
  const times = events.map((event) => [timed(() => new Aligner(whole).align(event)), timed(() => { count(event) })] as const)
  const [all, counting] = [times.reduce((total, [time]) => total + time, 0), times.reduce((total, [, time]) => total + time, 0)]
  const longest = Math.max(...times.map(([time]) => time))
  console.log(`A1 | 100 events of 10 articles, ${words(events.flat())} words | ${(all / 1000).toFixed(2)} s | longest event ${longest.toFixed(0)} ms | counting words ${(counting / 1000).toFixed(2)} s | ratio ${(all / counting).toFixed(1)} (aim 1 s)`)
  expect.soft(all / counting).toBeLessThan(MOST_RATIO)
})

/** What it costs grows with the text: more articles of the same length, and longer articles. */
test('time by amount of text', () => {
  const byArticles = [2, 4, 8, 16, 32, 60].map((articles) => measured(`${articles} articles of ${WORDS} words`, plantedEvent({ articles, words: WORDS, seed: 2, quotedBy: 2 }).texts))
  const byWords = [600, 2_400, 9_600, 38_400, 100_000].map((each) => measured(`2 articles of ${each} words`, plantedEvent({ articles: 2, words: each, seed: 3 }).texts))
  for (const [what, curve] of [['articles', byArticles], ['words', byWords]] as const) {
    const exponent = slope(curve)
    console.log(`A1 | time grows with the number of ${what} to the power of ${exponent.toFixed(2)}`)
    expect.soft(8 ** exponent).toBeLessThan(MOST_GROWTH_OF_EIGHT)
  }
})

/** A3: what it finds of what was planted, and of what five real articles share (where they're at hand). */
test('recall and precision', () => {
  const planted = Array.from({ length: 20 }, (_none, n) => plantedEvent({ articles: 10, words: WORDS, seed: 500 + n }))
  const rarity = rarityIn(planted.flatMap(({ texts }) => texts))
  const scores = planted.map(({ texts, gold }) => evaluate(new Aligner(rarity).align(texts).links, gold, texts))
  for (const sort of ['strong', 'suggested'] as const) console.log(`A3 | planted quotations, 8 to 33 % edited | ${sort}: ${told(sum(scores.map((one) => one[sort])))}`)
  expect.soft(recall(sum(scores.map(({ strong }) => strong)))).toBeGreaterThanOrEqual(0.95)
  expect.soft(precision(sum(scores.map(({ strong }) => strong)))).toBeGreaterThanOrEqual(0.97)

  const real = sharedCorpus()
  if (!real) {
    console.log('A3 | the real event is not at hand')
    return
  }
  const { links } = new Aligner(rarityIn(real)).align(real)
  const { strong, suggested, misses, falseHits } = evaluate(links, putinKim, real)
  console.log(`A3 | real event | strong: ${told(strong)} | with suggestions: ${told(suggested)}`)
  console.log(`A3 | real event, pairs within passages | strong: ${told(evaluate(pairsIn(sharedPassages(links, [], real.map(({ id }) => id))), putinKim, real).strong)}`)
  for (const kind of ['quotation', 'wording'] as const) {
    const own = evaluate(links, putinKim.filter(({ evidence }) => evidence === kind), real)
    console.log(`A3 | real event, ${kind} | recall ${recall(own.strong).toFixed(3)}, with suggestions ${recall(own.suggested).toFixed(3)} of ${own.strong.asked}`)
  }
  for (const line of [...misses.map((one) => `miss | ${one}`), ...falseHits.map((one) => `wrong | ${one}`)]) console.log(`A3 | ${line}`)
  expect.soft(recall(strong)).toBeGreaterThanOrEqual(0.8)
  expect.soft(precision(strong)).toBeGreaterThanOrEqual(0.95)
})

interface Measured { readonly words: number; readonly time: number }

function measured(what: string, texts: readonly EventText[]): Measured {
  const rarity = rarityIn(texts)
  const size = words(texts)
  const links = new Aligner(rarity).align(texts).links.length
  const times = size > 20_000 ? 3 : TIMES
  const { ours: time, plain, ratio, least } = against(times, () => new Aligner(rarity).align(texts), () => { count(texts) })
  console.log(`A1 | ${what.padEnd(28)} | ${String(size).padStart(6)} words | ${time.toFixed(1).padStart(7)} ms | ${(time * 1000 / size).toFixed(2)} µs a word | counting words ${plain.toFixed(1)} ms | ratio ${ratio.toFixed(1)} | ${links} links`)
  return { words: size, time: least }
}

/** Exponent of a power law through the points: the slope of the line of least squares through their logarithms. */
function slope(curve: readonly Measured[]): number {
  const points = curve.map((one) => [Math.log(one.words), Math.log(one.time)] as const)
  const mean = (of: 0 | 1): number => points.reduce((total, point) => total + point[of], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  return points.reduce((total, [a, b]) => total + (a - x) * (b - y), 0) / points.reduce((total, [a]) => total + (a - x) ** 2, 0)
}

type Score = ReturnType<typeof evaluate>['strong']

const sum = (scores: readonly Score[]): Score => scores.reduce((total, one) => ({
  found: total.found + one.found, asked: total.asked + one.asked, right: total.right + one.right, shown: total.shown + one.shown, filled: total.filled + one.filled, pairs: total.pairs + one.pairs,
}))

const words = (texts: readonly EventText[]): number => texts.reduce((total, { text }) => total + countWords(text), 0)

const count = (texts: readonly EventText[]): void => { for (const { text } of texts) countWords(text) }

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Milliseconds, after one run to warm up. */
function median(times: number, work: () => unknown): number {
  work()
  return middle(Array.from({ length: times }, () => timed(work)))
}

/**
 * Two things in turn, so that whatever else the machine does slows both down.
 * @returns medians in milliseconds; the ratio of the quickest runs, which nothing else held up, and how long that of `work` took
 */
function against(times: number, work: () => unknown, base: () => unknown): { readonly ours: number; readonly plain: number; readonly ratio: number; readonly least: number } {
  work()
  base()
  const runs = Array.from({ length: times }, () => [timed(work), timed(base)] as const)
  const [ours, plain] = [runs.map(([one]) => one), runs.map(([, one]) => one)]
  return { ours: middle(ours), plain: middle(plain), ratio: Math.min(...ours) / Math.min(...plain), least: Math.min(...ours) }
}

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
