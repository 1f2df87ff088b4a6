import type { Heading } from '../../domain/project/article'

/**
 * Text that is put together from pieces of a document. What separates two pieces is owed until the next piece comes,
 * so that nothing stands at the ends and there is never more than one empty line between paragraphs.
 */
export class RunningText {
  readonly #pieces: string[] = []
  readonly #headings: Heading[] = []
  /** For each table that is open, whether it has data. */
  readonly #tables: boolean[] = []
  #length = 0
  /** Line ends that are owed. */
  #ends: 0 | 1 | 2 = 0
  /** White space that is owed where no line ends. */
  #gap = ''
  /** What the line begins with that is owed: tabs of empty cells, or a bullet. */
  #lead = ''
  #cells = 0
  /** How many elements are open in which everything stands on one line. */
  #flat = 0
  #verbatim = 0
  /** How many headings are open, and where the outer one begins; -1 while it is empty. */
  #inHeadings = 0
  #headingStart = -1

  /** Characters of the document, with its white space. */
  add(raw: string): void {
    if (this.#verbatim > 0 && this.#flat === 0) {
      this.#take(raw.replace(/\r\n?/g, '\n'))
      return
    }
    const piece = raw.replace(/[ \t\n\f\r]+/g, ' ')
    this.#take(this.#gap !== '' && piece.startsWith(' ') ? piece.slice(1) : piece)
  }

  endLine(): void {
    if (this.#flat > 0) this.#gap = ' '
    else if (this.#verbatim > 0) this.#gap += '\n'
    else if (this.#lead === '') this.#ends = this.#ends === 0 ? 1 : 2
  }

  endParagraph(): void { this.#end(2) }

  separateLine(): void { this.#end(1) }

  openItem(): void {
    if (this.#flat === 0) this.#lead = '• '
  }

  /** The next item follows on the next line, even where this one's text is marked as a paragraph. */
  closeItem(): void {
    this.#lead = ''
    if (this.#ends === 2) this.#ends = 1
  }

  openTable(data: boolean): void { this.#tables.push(data) }

  closeTable(): void { this.#tables.pop() }

  openCell(): void {
    if (!this.#tables.at(-1)) {
      this.endParagraph()
      return
    }
    if (this.#cells > 0) this.#lead += '\t'
    this.#cells += 1
    this.#flat += 1
  }

  closeCell(): void {
    if (this.#tables.at(-1)) this.#flat -= 1
    else this.endParagraph()
  }

  openVerbatim(): void { this.#verbatim += 1 }

  closeVerbatim(): void { this.#verbatim -= 1 }

  openHeading(): void {
    if (this.#inHeadings === 0) this.#headingStart = -1
    this.#inHeadings += 1
    this.#flat += 1
  }

  closeHeading(level: number): void {
    this.#inHeadings -= 1
    this.#flat -= 1
    if (this.#inHeadings === 0 && this.#headingStart >= 0) this.#headings.push({ start: this.#headingStart, end: this.#length, level })
  }

  finished(): { text: string; headings: readonly Heading[] } {
    return { text: this.#pieces.join(''), headings: this.#headings }
  }

  #end(lines: 1 | 2): void {
    if (this.#flat > 0) {
      this.#gap = ' '
      return
    }
    this.#gap = ''
    // What begins an item or a row belongs to what comes next, not to a line of its own.
    if (this.#lead === '• ') return
    this.#lead = ''
    this.#cells = 0
    if (lines > this.#ends) this.#ends = lines
  }

  /** White space at the ends of a piece is owed, also what markup keeps (`&nbsp;`); what is owed before it comes first. */
  #take(piece: string): void {
    const body = piece.trim()
    const start = body === '' ? piece.length : piece.length - piece.trimStart().length
    this.#gap += piece.slice(0, start)
    if (body === '') return
    this.#put(this.#owed())
    if (this.#inHeadings > 0 && this.#headingStart < 0) this.#headingStart = this.#length
    this.#put(body)
    this.#gap = piece.slice(start + body.length)
    this.#ends = 0
    this.#lead = ''
  }

  #owed(): string {
    const first = this.#length === 0
    const ends = first ? '' : '\n'.repeat(this.#ends)
    if (this.#lead !== '') return ends + this.#lead
    if (!first && this.#ends === 0) return this.#gap
    // The indentation of a first line.
    return ends + (this.#verbatim > 0 ? this.#gap.slice(this.#gap.lastIndexOf('\n') + 1) : '')
  }

  #put(text: string): void {
    this.#pieces.push(text)
    this.#length += text.length
  }
}
