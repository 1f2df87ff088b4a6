import { blockAt } from './blocks'
import { lineBoxes, type LineBox } from './outline'
import type { Page } from './page'
import type { Span } from '../../domain/text/span'

/** A place in the page, as ranges and the native selection want it. */
export interface Point {
  readonly node: Text
  readonly offset: number
}

/** Between offsets of the canonical text and the page: the one place that knows both. */
export class Positions {
  // One range for all measuring: every live range costs something at every change of the page.
  readonly #ruler = document.createRange()

  constructor(readonly page: Page) {}

  /** Where an offset is in the page. Between two blocks it is the end of the first, or with `forward` the start of the second. */
  point(offset: number, forward = false): Point | undefined {
    const { blocks } = this.page
    let block = blockAt(blocks, offset)
    if (forward && offset >= (blocks.ends[block] ?? 0) && block + 1 < blocks.count) block += 1
    const node = this.page.node(block)
    return node && { node, offset: Math.max(0, Math.min(offset - (blocks.starts[block] ?? 0), node.length)) }
  }

  /** The offset of a place in the page; places before or after the text are its start or end. */
  offset(node: Node, offset: number): number {
    const { blocks, body, text } = this.page
    const block = this.page.blockOf(node)
    if (block !== -1) {
      const [start, end] = [blocks.starts[block] ?? 0, blocks.ends[block] ?? 0]
      return node instanceof Text ? start + offset : offset === 0 ? start : end
    }
    const child = node.childNodes[offset]
    const next = child && (child instanceof HTMLElement ? this.page.blockOf(child.firstElementChild ?? child) : -1)
    if (next !== undefined && next !== -1) return blocks.starts[next] ?? 0
    if (body.contains(node) && node !== body) return this.#endOfSection(node)
    return node.compareDocumentPosition(body) & Node.DOCUMENT_POSITION_FOLLOWING || (node.contains(body) && !this.#isPast(node, offset)) ? 0 : text.length
  }

  /** The offset nearest to a point of the window; undefined where no text is about. */
  offsetAt(x: number, y: number): number | undefined {
    const caret = caretFromPoint(x, y)
    return caret && this.page.body.contains(caret.node) ? this.offset(caret.node, caret.offset) : undefined
  }

  /** The offset of the character under a point of the window; undefined where there is none. */
  characterAt(x: number, y: number): number | undefined {
    const caret = this.offsetAt(x, y)
    if (caret === undefined) return undefined
    const over = (box: LineBox): boolean => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 3 && y <= box.bottom + 3
    return [caret, caret - 1].find((start) => start >= 0 && this.rects({ start, end: start + 1 }).some(over))
  }

  /** The lines of a span in client pixels, as far as its blocks lie between `first` and `last`. */
  lines(span: Span, first = 0, last = this.page.blocks.count - 1): LineBox[] {
    return lineBoxes(this.rects(span, first, last))
  }

  rects(span: Span, first = 0, last = this.page.blocks.count - 1): DOMRect[] {
    const { blocks } = this.page
    const found: DOMRect[] = []
    const until = Math.min(last, blockAt(blocks, span.end - 1))
    for (let block = Math.max(first, blockAt(blocks, span.start)); block <= until; block += 1) {
      const node = this.page.node(block)
      const start = blocks.starts[block] ?? 0
      if (!node || span.start - start >= node.length) continue
      this.#ruler.setStart(node, Math.max(0, span.start - start))
      this.#ruler.setEnd(node, Math.min(node.length, span.end - start))
      found.push(...this.#ruler.getClientRects())
    }
    return found
  }

  /** The line an offset is on; undefined when nothing of its block is laid out. */
  line(offset: number): LineBox | undefined {
    const { blocks } = this.page
    const block = blockAt(blocks, offset)
    const [start, end] = [blocks.starts[block] ?? 0, blocks.ends[block] ?? 0]
    const from = Math.max(start, Math.min(offset, end - 1))
    // White space at a line's end has no box of its own: look on, then back.
    return this.rects({ start: from, end: from + 1 })[0] ?? this.rects({ start: from, end: Math.min(end, from + 40) })[0] ?? this.rects({ start: Math.max(start, from - 40), end: from + 1 }).at(-1)
  }

  #endOfSection(node: Node): number {
    const last = node.lastChild && this.page.blockOf(node.lastChild)
    return last === null || last === -1 ? this.page.text.length : (this.page.blocks.ends[last] ?? 0)
  }

  #isPast(node: Node, offset: number): boolean {
    const child = node.childNodes[offset]
    return !child || Boolean(this.page.body.compareDocumentPosition(child) & Node.DOCUMENT_POSITION_FOLLOWING)
  }
}

function caretFromPoint(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position ? { node: position.offsetNode, offset: position.offset } : undefined
  }
  // Chrome before 128 has only this.
  const range = (document as Document & { caretRangeFromPoint?(x: number, y: number): Range | null }).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
