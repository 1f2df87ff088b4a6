import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '../../../src/renderer/theme/tokens.css'
import './page.css'
import type { ReaderMark } from '../../../src/renderer/reader/reader'
import { makeInput, type Input } from './input'
import { openPlain, openReader, openReaderUntil, openRecogito } from './openers'
import { openForPixels, unpainted } from './pixels'
import { calm, painted, repeated, REPEATS, scrolled, WARM } from './timing'

/** One measurement: what is opened, how long it is, how many annotations it has. */
export interface Cell {
  readonly kind: keyof typeof kinds
  readonly words: number
  readonly annotations: number
}

/** What this page offers to the benchmark, as `window.bench`. */
export interface Bench {
  /** Milliseconds, one or several. */
  run(cell: Cell): Promise<number[]>
  openForPixels: typeof openForPixels
  unpainted: typeof unpainted
}

const kinds = {
  /** The text alone, in the reader's sections: what is to be reached. */
  plain: async ({ text }: Input) => [await painted(() => { openPlain(text, true) })],
  reader: async (input: Input) => [await painted(() => { openReader(input) })],
  /** The same, until brackets and labels are there as well. */
  margin: async (input: Input) => [await openReaderUntil(input, () => document.querySelector('.reader-label') !== null)],
  /** The same, until every section is built. */
  complete: async (input: Input) => [await openReaderUntil(input, () => document.querySelector('.reader-section:empty') === null)],
  recogito: async (input: Input) => [await openRecogito(input)],
  /** The browser's own selection, over the same words as `create`, without annotations. */
  select: async ({ text }: Input) => {
    openPlain(text, true)
    const nodes = [...document.querySelectorAll('.reader-body p')].slice(0, 6).flatMap((paragraph) => paragraph.firstChild ?? [])
    return repeated((at) => {
      const node = nodes[at % nodes.length]
      if (node) getSelection()?.setBaseAndExtent(node, 20 + at, node, 60 + at)
    })
  },
  create: async (input: Input) => {
    const reader = openReader(input)
    const starts = [...input.text.matchAll(/^./gm)].slice(0, 6).map((first) => first.index)
    const marks = Array.from({ length: REPEATS + WARM }, (_, at): ReaderMark => {
      const start = (starts[at % starts.length] ?? 0) + at
      return { id: `new${at}`, spans: [{ start: start + 20, end: start + 60 }], label: 'just fight', colour: 'amber', style: 'tint', incomplete: false }
    })
    return repeated((at) => {
      const mark = marks[at]
      if (mark) reader.putMark(mark)
    })
  },
  scrollPlain: async ({ text }: Input) => [await scrolled(openPlain(text, true).parentElement)],
  scroll: async (input: Input) => {
    openReader(input)
    return [await scrolled(document.querySelector('.reader'))]
  },
}

async function run({ kind, words, annotations }: Cell): Promise<number[]> {
  const input = makeInput(words, annotations)
  await Promise.all(['16px "Source Serif 4 Variable"', '500 10.5px "Inter Variable"'].map((font) => document.fonts.load(font)))
  await calm()
  return kinds[kind](input)
}

Object.assign(window, { bench: { run, openForPixels, unpainted } satisfies Bench })
