import { fold } from '../text/fold'
import type { Span } from '../text/span'
import { alignWords, linksBetween, type Aligned, type Word } from './alignWords'
import type { Place } from './parallel'
import type { SharedPassage } from './sharedPassages'
import { isSmallWord } from './smallWords'

/** A part of a place, either said alike elsewhere or not. */
export interface Stretch extends Span {
  readonly agrees: boolean
}

/**
 * Which words of a shared passage its places agree in. A word agrees when at least half of the other places that cover it have
 * an equal word there (of any case, accents and apostrophes apart) once the words of both are aligned in order: what a link
 * calls equal first, then as much as possible. A place covers a word that stands between two that it shares, or as near to the
 * first or last of these as it has words of its own there: so a fragment says nothing on what is not of it. A word that no
 * other place covers agrees. So does a word without content of its own ("the", "of") that differs by itself; where a
 * neighbour differs, it does too.
 * @param textOf canonical, of an article's id
 * @returns for each place stretches in order that cover it without gaps; what is between two words agrees if one of them does
 */
export function wording({ places, links }: Pick<SharedPassage, 'places' | 'links'>, textOf: (article: string) => string): ReadonlyMap<Place, readonly Stretch[]> {
  const read = places.map((place) => ({ place, words: wordsOf(textOf(place.article), place) }))
  const between = linksBetween(links)
  const tallies = read.map(({ words }) => ({ covered: new Uint32Array(words.length), equal: new Uint32Array(words.length) }))
  for (const [i, a] of read.entries()) {
    for (const [k, b] of read.entries()) {
      // Each pair is aligned from the same side whatever order the places come in.
      if (i === k || !comesFirst(a.place, b.place, i < k)) continue
      const aligned = alignWords(a, b, between(a.place.article, b.place.article))
      count(tallies[i], aligned.map(([x, y]) => [x, y]), a.words.length, b.words.length)
      count(tallies[k], aligned.map(([x, y]) => [y, x]), b.words.length, a.words.length)
    }
  }
  return new Map(read.map(({ place, words }, i) => [place, stretches(place, words, agreeing(words, tallies[i]))]))
}

/** The words of a place as they are shown: white space of any length is one space. */
export const rendering = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/gu, ' ').trim()

interface Tally {
  readonly covered: Uint32Array
  readonly equal: Uint32Array
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu

const wordsOf = (text: string, { start, end }: Span): readonly Word[] => Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({ key: fold(word).text, start: start + index, end: start + index + word.length }))

const comesFirst = (a: Place, b: Place, otherwise: boolean): boolean => (a.article === b.article ? (a.start === b.start ? otherwise : a.start < b.start) : a.article < b.article)

function count(tally: Tally | undefined, aligned: readonly Aligned[], own: number, others: number): void {
  const [first, last] = [aligned[0], aligned.at(-1)]
  if (!tally || !first || !last) return
  const from = first[0] - Math.min(first[0], first[1])
  const to = last[0] + Math.min(own - last[0], others - last[1])
  for (let i = from; i < to; i += 1) tally.covered[i] = (tally.covered[i] ?? 0) + 1
  for (const [i] of aligned) tally.equal[i] = (tally.equal[i] ?? 0) + 1
}

function agreeing(words: readonly Word[], tally: Tally | undefined): readonly boolean[] {
  const said = words.map((_, i) => 2 * (tally?.equal[i] ?? 0) >= (tally?.covered[i] ?? 0))
  const small = words.map(({ key }) => isSmallWord(key))
  const telling = (i: number): boolean => said[i] === false && small[i] === false
  // Small words in a row that differ, as one: what stands on either side decides.
  const found = [...said]
  for (let i = 0; i < words.length;) {
    if (said[i] !== false || small[i] === false) {
      i += 1
      continue
    }
    let end = i
    while (end < words.length && said[end] === false && small[end] === true) end += 1
    found.fill(!telling(i - 1) && !telling(end), i, end)
    i = end
  }
  return found
}

function stretches({ start, end }: Place, words: readonly Word[], agrees: readonly boolean[]): readonly Stretch[] {
  const found: { start: number; end: number; agrees: boolean }[] = []
  for (const [i, word] of words.entries()) {
    const [last, own] = [found.at(-1), agrees[i] !== false]
    if (!last) found.push({ start, end: word.end, agrees: own })
    else if (last.agrees === own) last.end = word.end
    else {
      if (last.agrees) last.end = word.start
      found.push({ start: last.end, end: word.end, agrees: own })
    }
  }
  const last = found.at(-1)
  if (last) last.end = end
  return found.length > 0 ? found : [{ start, end, agrees: true }]
}
