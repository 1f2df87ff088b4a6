import { sectionOf, type Blocks } from './blocks'
import { passageAround, type ReaderPassage } from './passages'

// A text of more blocks than this stays unbuilt where nobody has been; shorter ones are completed when there is time.
const BUILT_IN_IDLE = 20_000
// Heights that a section is taken to have until it was laid out, in ems of the text.
const LINE = 1.58
const BETWEEN = 0.85
// No page is higher than 33.5 million pixels: paragraphs of a text with more of them than this go without space between.
const DENSE = 600_000

/** The text in the page: a paragraph element with one text node per block, never altered once it is there. */
export class Page {
  readonly body = document.createElement('div')
  readonly sections: HTMLElement[] = []
  readonly #sectionIndex = new Map<Node, number>()
  readonly #filled: Uint8Array
  #passages: readonly ReaderPassage[] = []
  readonly #dense: boolean
  #charactersPerLine = 40
  // Stands for the sections that are not in place yet.
  readonly #rest = document.createElement('div')
  readonly #shown = new Set<number>()

  constructor(readonly text: string, readonly blocks: Blocks, language: string | undefined) {
    this.#dense = blocks.count > DENSE
    this.body.className = this.#dense ? 'reader-body dense' : 'reader-body'
    if (language) this.body.lang = language
    this.#filled = new Uint8Array(blocks.sections.length)
  }

  /** Puts all sections in place, or only so many as a first sight needs: the others are then one empty space. */
  lay(most = Infinity): void {
    const count = Math.min(most, this.blocks.sections.length - 1)
    if (count <= this.sections.length && this.#rest.isConnected) return
    const added: HTMLElement[] = []
    for (let section = this.sections.length; section < count; section += 1) {
      const element = document.createElement('div')
      element.className = 'reader-section'
      element.style.containIntrinsicBlockSize = `auto ${this.#ems(section, section + 1)}em`
      this.#sectionIndex.set(element, section)
      added.push(element)
    }
    this.#rest.style.height = `${this.#ems(count, this.blocks.sections.length - 1)}em`
    if (!this.#rest.isConnected) this.body.append(this.#rest)
    this.#rest.before(...added)
    this.sections.push(...added)
  }

  /** Builds a section; false when it was there already. */
  fillSection(section: number): boolean {
    if (section >= this.sections.length) this.lay()
    const element = this.sections[section]
    if (!element || this.#filled[section] === 1) return false
    this.#filled[section] = 1
    const until = this.blocks.sections[section + 1] ?? 0
    const built = document.createDocumentFragment()
    for (let block = this.blocks.sections[section] ?? 0; block < until; block += 1) built.append(this.#build(block))
    element.append(built)
    return true
  }

  /** Builds a section and has the browser lay it out at once, as if it were in view: its height is then the real one. */
  show(section: number): HTMLElement | undefined {
    const element = this.sections[section]
    this.fillSection(section)
    element?.classList.add('shown')
    this.#shown.add(section)
    return element
  }

  /** Leaves it to the browser again when to lay out the sections shown so far. */
  unshow(): void {
    for (const section of this.#shown) this.sections[section]?.classList.remove('shown')
    this.#shown.clear()
  }

  /** Builds the rest while nothing else is to be done; returns how to stop that. */
  fillInIdle(): () => void {
    if (this.blocks.count > BUILT_IN_IDLE) return () => undefined
    let section = 0
    let request = 0
    const slice = (deadline: IdleDeadline): void => {
      do {
        while (this.#filled[section] === 1) section += 1
        this.fillSection(section)
      } while (section < this.sections.length && deadline.timeRemaining() > 2)
      if (section < this.sections.length) request = requestIdleCallback(slice)
    }
    request = requestIdleCallback(slice)
    return () => { cancelIdleCallback(request) }
  }

  /** The element of a block, built if need be; undefined in a text without blocks. */
  paragraph(block: number): HTMLElement | undefined {
    const section = sectionOf(this.blocks, block)
    this.fillSection(section)
    const child = this.sections[section]?.children[block - (this.blocks.sections[section] ?? 0)]
    return child instanceof HTMLElement ? child : undefined
  }

  node(block: number): Text | undefined {
    const child = this.paragraph(block)?.firstChild
    return child instanceof Text ? child : undefined
  }

  /** The block whose paragraph is or holds `node`; -1 for any other node. */
  blockOf(node: Node): number {
    const paragraph = node instanceof Text ? node.parentNode : node
    const section = paragraph?.parentNode && this.#sectionIndex.get(paragraph.parentNode)
    if (!paragraph || section === null || section === undefined) return -1
    let block = this.blocks.sections[section] ?? 0
    for (let before = paragraph.previousSibling; before; before = before.previousSibling) block += 1
    return block
  }

  /** Says how high unseen sections are likely to be, for a column that holds so many characters in a line. */
  estimate(charactersPerLine: number): void {
    this.#charactersPerLine = charactersPerLine
    this.sections.forEach((element, section) => { element.style.containIntrinsicBlockSize = `auto ${this.#ems(section, section + 1)}em` })
  }

  /** Shows what the blocks are that lie wholly in one of these. */
  setPassages(passages: readonly ReaderPassage[]): void {
    this.#passages = passages
    for (let section = 0; section < this.sections.length; section += 1) {
      if (this.#filled[section] !== 1) continue
      let block = this.blocks.sections[section] ?? 0
      for (const child of this.sections[section]?.children ?? []) {
        this.#show(child, block)
        block += 1
      }
    }
  }

  /** About how high the sections from `first` up to `end` are, in ems of the text. */
  #ems(first: number, end: number): string {
    const { starts, ends, continues, sections } = this.blocks
    let ems = 0
    for (let block = sections[first] ?? 0; block < (sections[end] ?? 0); block += 1) {
      ems += Math.ceil(((ends[block] ?? 0) - (starts[block] ?? 0)) / this.#charactersPerLine) * LINE + (continues[block] === 1 || this.#dense ? 0 : BETWEEN)
    }
    return ems.toFixed(2)
  }

  #build(block: number): HTMLElement {
    const paragraph = document.createElement('p')
    paragraph.dir = 'auto'
    if (this.blocks.continues[block + 1] === 1) paragraph.className = 'continued'
    if (this.#passages.length > 0) this.#show(paragraph, block)
    paragraph.append(this.text.slice(this.blocks.starts[block], this.blocks.ends[block]))
    return paragraph
  }

  #show(paragraph: Element, block: number): void {
    const state = passageAround(this.#passages, this.text, { start: this.blocks.starts[block] ?? 0, end: this.blocks.ends[block] ?? 0 })?.state
    for (const one of ['proposed', 'excluded'] as const) paragraph.classList.toggle(one, state === one)
  }
}
