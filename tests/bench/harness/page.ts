import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '../../../src/renderer/theme/tokens.css'
import './page.css'
import { createTextAnnotator } from '@recogito/text-annotator'
import { mountReader, type Reader, type ReaderMark } from '../../../src/renderer/reader/reader'
import { makeInput, type Input } from './input'

/** One measurement: what is opened, how long it is, how many annotations it has. */
export interface Cell {
  readonly kind: keyof typeof kinds
  readonly words: number
  readonly annotations: number
}

// What one frame takes to paint; repeated in one window only where it is short.
const REPEATS = 21
// The first ones compile.
const WARM = 10

const kinds = {
  /** The text alone, in the reader's sections: what is to be reached. */
  plain: async ({ text }: Input) => [await painted(() => { openPlain(text, true) })],
  reader: async (input: Input) => [await painted(() => { openReader(input) })],
  /** The same, until every section is built and a screen around the visible one is painted. */
  complete: async (input: Input) => [await completed(input)],
  recogito: async (input: Input) => [await openRecogito(input)],
  /** The browser's own selection, over the same words and in the same text, without annotations. */
  select: async (input: Input) => {
    openPlain(input.text, true)
    const nodes = [...document.querySelectorAll('.reader-body p')].slice(0, 6).flatMap((paragraph) => paragraph.firstChild ?? [])
    return repeated((at) => {
      const node = nodes[at % nodes.length]
      if (node) getSelection()?.setBaseAndExtent(node, 20 + at, node, 60 + at)
    })
  },
  scrollPlain: async ({ text }: Input) => [await scrolled(openPlain(text, true).parentElement)],
  scroll: async (input: Input) => {
    openReader(input)
    return [await scrolled(document.querySelector('.reader'))]
  },
  create: async (input: Input) => {
    const reader = openReader(input)
    const starts = [...input.text.matchAll(/^./gm)].slice(0, 6).map((first) => first.index)
    const marks = Array.from({ length: REPEATS + WARM }, (_, at) => newMark(`new${at}`, (starts[at % starts.length] ?? 0) + at))
    return repeated((at) => {
      const mark = marks[at]
      if (mark) reader.putMark(mark)
    })
  },
}

export async function run({ kind, words, annotations }: Cell): Promise<number[]> {
  const input = makeInput(words, annotations)
  await Promise.all(['16px "Source Serif 4 Variable"', '500 10.5px "Inter Variable"'].map((font) => document.fonts.load(font)))
  await calm()
  return kinds[kind](input)
}

Object.assign(window, { run, openReader, makeInput })

/** Milliseconds from the start of a frame's script until that frame has been painted. */
function painted(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.mark('bench-start').startTime
      work()
      afterPaint(() => { resolve(performance.mark('bench-end').startTime - start) })
    })
  })
}

/** The first message after a frame's script arrives when that frame has been painted. */
function afterPaint(then: () => void): void {
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', then, { once: true })
  channel.port1.start()
  channel.port2.postMessage(null)
}

async function repeated(work: (at: number) => void): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < REPEATS + WARM; at += 1) {
    await calm()
    const time = await painted(() => { work(at) })
    if (at >= WARM) times.push(time)
  }
  return times
}

/** The 95th percentile of what a frame takes while a column is scrolled through, an eighth of a screen at a time. */
async function scrolled(column: Element | null): Promise<number> {
  await calm()
  const times: number[] = []
  for (let at = 0; at < 160; at += 1) times.push(await painted(() => { column?.scrollBy(0, 107) }))
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

/** Two idle moments after two frames: nothing from before is left to be done. */
async function calm(): Promise<void> {
  for (let at = 0; at < 2; at += 1) {
    await new Promise((resolve) => { requestAnimationFrame(resolve) })
    await new Promise((resolve) => { requestIdleCallback(resolve) })
  }
}

function host(): HTMLElement {
  const element = document.getElementById('host')
  if (!element) throw new Error('The page has no host.')
  return element
}

const nothing = (): void => undefined

function openReader({ text, marks }: Input): Reader {
  const on = { select: nothing, pick: nothing, resize: nothing, activate: nothing, scroll: nothing }
  return mountReader(host(), { text, language: 'en', label: 'Bench', theme: 'light', marks, on })
}

async function completed(input: Input): Promise<number> {
  const start = performance.now()
  await painted(() => { openReader(input) })
  while (document.querySelector('.reader-section:empty')) await new Promise((resolve) => { requestIdleCallback(resolve) })
  return performance.now() - start
}

function openPlain(text: string, sections: boolean): HTMLElement {
  const scroller = document.createElement('div')
  scroller.className = 'plain'
  const body = document.createElement('div')
  body.className = 'reader-body'
  body.lang = 'en'
  const paragraphs = text.split('\n\n').map((paragraph) => {
    const element = document.createElement('p')
    element.dir = 'auto'
    element.append(paragraph)
    return element
  })
  for (let at = 0; at < paragraphs.length; at += 25) {
    const section = document.createElement('div')
    if (sections) section.className = 'reader-section'
    // What lies between paragraphs counts for Recogito's offsets; it is never seen.
    section.append(...paragraphs.slice(at, at + 25).flatMap((paragraph) => (sections ? [paragraph] : [paragraph, '\n\n'])))
    body.append(section)
  }
  scroller.append(body)
  host().append(scroller)
  return body
}

function openRecogito({ text, marks }: Input): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now()
      // It writes its rules into a style element in the very frame it paints them.
      const rules = new MutationObserver(() => {
        if (CSS.highlights.size === 0) return
        rules.disconnect()
        afterPaint(() => { resolve(performance.now() - start) })
      })
      rules.observe(document.head, { childList: true, subtree: true, characterData: true })
      const annotator = createTextAnnotator(openPlain(text, false), { renderer: 'CSS_HIGHLIGHTS', annotatingEnabled: false })
      annotator.setAnnotations(marks.map(({ id, spans: [span] }) => {
        const { start: from = 0, end = 0 } = span ?? {}
        return { id, bodies: [], target: { annotation: id, selector: [{ quote: text.slice(from, end), start: from, end }] } }
      }) as unknown as Parameters<typeof annotator.setAnnotations>[0])
    })
  })
}

/** A mark over the same words that `select` selects. */
const newMark = (id: string, start: number): ReaderMark =>
  ({ id, spans: [{ start: start + 20, end: start + 60 }], label: 'just fight', colour: 'amber', style: 'tint', incomplete: false })
