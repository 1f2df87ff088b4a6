import type { MarkStyle, ReaderMark } from '../../../src/renderer/reader/reader'

/** An article made up from a seed, with annotations strewn over it evenly. */
export interface Input {
  readonly text: string
  readonly marks: readonly ReaderMark[]
}

const vocabulary = `the of and to in a that for was on said with as by it from has he at are his be have an not were who
will its but they more this their had been which about after would or new one when also out up than people government
president minister support country security forces leader meeting sanctions military weapons officials agreement
summit economy decision statement region border conflict interests sovereignty international western eastern united
nations party election parliament reported according million percent during against between while before under over
territory ambassador delegation cooperation unconditional anti-imperialist negotiations responsibility struggle fight`.split(/\s+/)

const kinds: readonly (readonly [ReaderMark['colour'], MarkStyle, string])[] = [
  ['amber', 'tint', 'just fight'], ['rust', 'tint', 'hegemonic forces'], ['blue', 'line', 'government'],
  ['teal', 'tint', 'sanctions violation'], ['green', 'positive', '+2 Russia'], ['violet', 'negative', '−2 leaders'],
]

/** The same input for the same figures, everywhere. Paragraphs of 20 to 80 words, annotations of 2 to 25. */
export function makeInput(words: number, annotations: number, seed = 20_230_913): Input {
  const random = mulberry32(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  while (starts.length < words) {
    const paragraph = Math.min(20 + below(61), words - starts.length)
    for (let word = 0, sentence = 0; word < paragraph; word += 1, sentence -= 1) {
      const plain = vocabulary[below(vocabulary.length)] ?? ''
      const written = sentence <= 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
      if (sentence <= 0) sentence = 8 + below(18)
      starts.push(text.length)
      ends.push(text.length + written.length)
      text += written + (sentence === 1 || word === paragraph - 1 ? '. ' : ' ')
    }
    text = `${text.trimEnd()}\n\n`
  }
  const marks = Array.from({ length: annotations }, (_, at): ReaderMark => {
    const first = Math.floor((at * words) / annotations)
    const last = Math.min(words - 1, first + 1 + below(24))
    const [colour, style, label] = kinds[below(kinds.length)] ?? ['amber', 'tint', '']
    return { id: `a${at}`, spans: [{ start: starts[first] ?? 0, end: ends[last] ?? 0 }], label, colour, style, incomplete: below(10) === 0 }
  })
  return { text: text.trimEnd(), marks }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
