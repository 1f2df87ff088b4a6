import type { Span } from '../../domain/text/span'
import { blockAt } from './blocks'
import type { Ink, InkName } from './ink'
import type { Entry, IntervalIndex } from './intervalIndex'
import type { ReaderMark } from './mark'
import { passageAround, type ReaderPassage } from './passages'
import type { Positions } from './positions'
import type { SharedWords } from './sharedMark'
import { topRuns } from './runs'

interface Painted {
  readonly highlight: Highlight
  readonly range: StaticRange
}

/**
 * Paints marks on the blocks that are near: every registered range is looked at whenever anything changes, so the
 * others are left out. Over any character lies at most one tint and one underline, those of the innermost mark.
 */
export class Painter {
  readonly #painted = new Map<number, Painted[]>()
  #first = 0
  #last = -1
  #selection: Span | null = null
  #passages: readonly ReaderPassage[] = []
  #deceptive: readonly Span[] = []
  #wording: readonly SharedWords[] = []

  constructor(readonly positions: Positions, readonly ink: Ink, readonly index: IntervalIndex<ReaderMark>) {}

  /** Paints the blocks from `first` to `last` and no others. */
  show(first: number, last: number): void {
    for (const block of this.#painted.keys()) if (block < first || block > last) this.#wipe(block)
    for (let block = first; block <= last; block += 1) if (!this.#painted.has(block)) this.#paint(block)
    this.#first = first
    this.#last = last
  }

  /** Paints again what is shown of the blocks a span touches. */
  refresh(span: Span): void {
    const { blocks } = this.positions.page
    const until = Math.min(this.#last, blockAt(blocks, span.end - 1))
    for (let block = Math.max(this.#first, blockAt(blocks, span.start)); block <= until; block += 1) {
      this.#wipe(block)
      this.#paint(block)
    }
  }

  refreshAll(): void {
    for (let block = this.#first; block <= this.#last; block += 1) {
      this.#wipe(block)
      this.#paint(block)
    }
  }

  /** Paints a selection that the browser doesn't show itself, because the focus is elsewhere. */
  setSelection(span: Span | null): void {
    const before = this.#selection
    this.#selection = span
    if (before) this.refresh(before)
    if (span) this.refresh(span)
  }

  setPassages(passages: readonly ReaderPassage[]): void {
    this.#passages = passages
    this.refreshAll()
  }

  /** Shows characters that deceive; in order. */
  setDeceptive(spans: readonly Span[]): void {
    this.#deceptive = spans
    this.refreshAll()
  }

  /** Marks words that differ from those of other articles, and dims those that agree. */
  setWording(words: readonly SharedWords[]): void {
    const before = this.#wording
    this.#wording = words
    for (const span of [...before, ...words]) this.refresh(span)
  }

  #wipe(block: number): void {
    for (const { highlight, range } of this.#painted.get(block) ?? []) highlight.delete(range)
    this.#painted.delete(block)
  }

  #paint(block: number): void {
    const { blocks } = this.positions.page
    const [start, end] = [blocks.starts[block] ?? 0, blocks.ends[block] ?? 0]
    const node = this.positions.page.node(block)
    const painted: Painted[] = []
    this.#painted.set(block, painted)
    if (!node) return
    for (const run of this.#runs(start, end)) {
      const highlight = this.ink.highlight(run.value)
      // A static range is enough, as the text never changes, and unlike a live one costs nothing when the page does.
      const range = new StaticRange({ startContainer: node, startOffset: run.start - start, endContainer: node, endOffset: run.end - start })
      highlight.add(range)
      painted.push({ highlight, range })
    }
  }

  #runs(start: number, end: number): Entry<InkName>[] {
    const tints: Entry<InkName>[] = []
    const lines: Entry<InkName>[] = []
    for (const entry of this.index.overlapping(start, end)) {
      const { colour, style } = entry.value
      const inked: Entry<InkName> = { start: entry.start, end: entry.end, value: `${colour}-${style}` }
      if (style === 'tint') tints.push(inked)
      else lines.push(inked)
    }
    const over = (spans: readonly Span[], value: InkName): Entry<InkName>[] =>
      spans.filter((span) => span.start < end && span.end > start).map((span) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end), value }))
    // A block that is one as a whole is shown as such without ink, see `Page`.
    const partly = this.#passages.length === 0 || passageAround(this.#passages, this.positions.page.text, { start, end }) ? [] : this.#passages
    const passages = (['proposed', 'excluded'] as const).flatMap((state) => over(partly.filter((one) => one.state === state), state))
    return [...topRuns(tints, start, end), ...topRuns(lines, start, end), ...passages, ...over(this.#selection ? [this.#selection] : [], 'selection'), ...over(this.#deceptive, 'deceptive'),
      ...over(this.#wording.filter((one) => one.agrees), 'agrees'), ...over(this.#wording.filter((one) => !one.agrees), 'differs')]
  }
}
