import { expect, test } from 'vitest'
import { Aligner } from '../../../src/domain/align/aligner'
import type { EventText, Link } from '../../../src/domain/synopsis/parallel'
import { overlaps, type Span } from '../../../src/domain/text/span'
import { basilEvents } from '../../fixtures/alignment/basil'
import { rarityIn } from '../../fixtures/alignment/rarity'

const RUN = 5

/** Words that stand in a quotation of one article and anywhere in another. */
interface Recurring {
  readonly words: string
  readonly in: EventText
  readonly at: Span
  readonly also: EventText
  /** Wherever they stand there. */
  readonly places: readonly Span[]
}

interface Word extends Span { readonly key: string }

const wordsOf = (text: string): readonly Word[] => Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu), ({ 0: word, index }) => ({ key: word.normalize('NFC').toLowerCase().replaceAll('’', "'"), start: index, end: index + word.length }))

/** From an opening mark to the closing one, or to the end of the paragraph where the quotation goes on in the next. */
const quoted = (text: string): readonly Span[] => Array.from(text.matchAll(/“[^“”\n]+|"[^"\n]+(?:"|$)/gmu), ({ 0: all, index }) => ({ start: index, end: index + all.length }))

const keysOf = (words: readonly Word[]): string => words.map(({ key }) => key).join(' ')

/** The longest runs of words of quotations in `a` that `b` has. */
function recurring(a: EventText, b: EventText): readonly Recurring[] {
  const [own, others] = [wordsOf(a.text), wordsOf(b.text)]
  const starts = new Map<string, number[]>()
  for (let k = 0; k + RUN <= others.length; k += 1) {
    const key = keysOf(others.slice(k, k + RUN))
    starts.set(key, [...(starts.get(key) ?? []), k])
  }
  return quoted(a.text).flatMap((quotation) => {
    const words = own.filter((word) => overlaps(word, quotation))
    const found: Recurring[] = []
    for (let i = 0; i + RUN <= words.length; i += 1) {
      let length = RUN
      let at = starts.get(keysOf(words.slice(i, i + RUN))) ?? []
      if (at.length === 0) continue
      for (let longer = at; longer.length > 0; longer = at.filter((k) => words[i + length] !== undefined && others[k + length]?.key === words[i + length]?.key)) {
        if (longer !== at) length += 1
        at = longer
      }
      const run = words.slice(i, i + length)
      found.push({ words: keysOf(run), in: a, at: spanOf(run), also: b, places: at.map((k) => spanOf(others.slice(k, k + length))) })
      i += length - 1
    }
    return found
  })
}

const spanOf = (words: readonly Word[]): Span => ({ start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 })

const has = (links: readonly Link[], { in: a, at, also: b, places }: Recurring): boolean => links.some((link) => [[link.a, link.b], [link.b, link.a]].some(([x, y]) =>
  x !== undefined && y !== undefined && x.article === a.id && y.article === b.id && overlaps(x, at) && places.some((one) => overlaps(y, one))))

const events = basilEvents()

test.skipIf(!events)('every quotation that recurs as a run of five words is found in real articles (skipped where ../shared is absent)', () => {
  const rarity = rarityIn((events ?? []).flat())
  let [asked, strongly] = [0, 0]
  const missed: string[] = []
  for (const texts of events ?? []) {
    const { links } = new Aligner(rarity).align(texts)
    const runs = texts.flatMap((a) => texts.flatMap((b) => (a === b ? [] : recurring(a, b))))
    asked += runs.length
    strongly += runs.filter((run) => has(links.filter(({ strong }) => strong), run)).length
    missed.push(...runs.filter((run) => !has(links, run)).map(({ words, in: a, also: b }) => `${words} (${a.id}, ${b.id})`))
  }
  console.log(`BASIL | ${asked} recurring runs | ${strongly} strong, ${asked - missed.length - strongly} suggested, ${missed.length} missed`)
  expect(asked).toBeGreaterThan(20)
  expect(missed).toEqual([])
})
