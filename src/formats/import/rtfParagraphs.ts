import { brokenOff } from './rtfWords'

/** A paragraph of a rich-text file, or a row of a table with tabs between the cells. */
export interface RtfParagraph {
  readonly text: string
  /** 1 to 6, or null. */
  readonly heading: number | null
  readonly item: boolean
  readonly row: boolean
}

interface Open {
  pieces: string[]
  level: number | null
  style: number
  item: boolean
}

/** Puts the paragraphs of a rich-text file together; footnotes follow at the end, where the text has their number as `[1]`. */
export class RtfParagraphs {
  readonly #body: RtfParagraph[] = []
  readonly #notes: RtfParagraph[] = []
  readonly #styles = new Map<number, string>()
  /** The paragraphs that notes interrupt. */
  readonly #interrupted: Open[] = []
  #open: Open = fresh()
  #count = 0
  /** What the next paragraph begins with, as it is a note's first. */
  #number = ''
  #halves = 0

  add(text: string): void {
    this.#open.pieces.push(text)
  }

  /** A piece of a style's name. */
  nameStyle(style: number, piece: string): void {
    if (style > 0) this.#styles.set(style, (this.#styles.get(style) ?? '') + piece)
  }

  markAsItem(): void { this.#open.item = true }

  /** What a control word does to paragraphs; most do nothing. */
  format(name: string, value: number | null): void {
    if (brokenOff.has(name)) this.#end(false)
    else if (name === 'row' || name === 'nestrow') this.#end(true)
    else if (name === 'pard') this.#open = { ...fresh(), pieces: this.#open.pieces, item: this.#open.item && this.#open.pieces.length > 0 }
    else if (name === 's') this.#open.style = value ?? 0
    else if (name === 'ls') this.#open.item = (value ?? 0) > 0
    else if (name === 'outlinelevel') this.#open.level = value === null || value < 0 || value > 8 ? null : value + 1
  }

  openNote(): void {
    this.#count += 1
    this.add(`[${this.#count}]`)
    this.#interrupted.push(this.#open)
    this.#open = fresh()
    this.#number = `[${this.#count}] `
  }

  closeNote(): void {
    this.#end(false)
    this.#number = ''
    this.#open = this.#interrupted.pop() ?? fresh()
  }

  /** All paragraphs, and how many halves of surrogate pairs were left out of them. */
  finished(): { readonly paragraphs: readonly RtfParagraph[]; readonly halves: number } {
    this.#end(false)
    return { paragraphs: [...this.#body, ...this.#notes], halves: this.#halves }
  }

  #end(row: boolean): void {
    const { pieces, level, style, item } = this.#open
    const heading = level ?? namedLevel(this.#styles.get(style) ?? '')
    const joined = pieces.join('').replace(/^[ \n]+/, '').replace(/ +(?=\n)/g, '')
    const text = joined.replace(/\p{Surrogate}/gu, '').trimEnd()
    this.#halves += joined.match(/\p{Surrogate}/gu)?.length ?? 0
    const sink = this.#interrupted.length > 0 ? this.#notes : this.#body
    if (text !== '') {
      sink.push({ text: this.#number + (this.#number === '' ? text : text.trimStart()), heading: heading === null ? null : Math.min(heading, 6), item: item && heading === null, row })
      this.#number = ''
    }
    // Formatting goes on until `\pard`.
    this.#open = { pieces: [], level, style, item: false }
  }
}

const fresh = (): Open => ({ pieces: [], level: null, style: 0, item: false })

const namedLevel = (name: string): number | null => {
  const [, level] = /^heading ([1-9])\b/i.exec(name.trim()) ?? []
  return level === undefined ? (/^title;?$/i.test(name.trim()) ? 1 : null) : Number(level)
}
