import type { DocxParagraph } from './docxParagraph'
import { asHeading, outlineLevel, type DocxStyle } from './docxStyles'
import { tableParagraphs } from './docxTable'
import { readXml } from './xml'

export interface DocxBody {
  readonly paragraphs: readonly DocxParagraph[]
  /** Footnotes and endnotes as the text refers to them, such as `footnote 2`. */
  readonly references: readonly string[]
  /** In a part that holds notes: their paragraphs by the same names. */
  readonly notes: ReadonlyMap<string, readonly DocxParagraph[]>
}

/**
 * Reads a part of a Word document that holds paragraphs (ISO/IEC 29500-1, 17.2 and 17.3): text as it stands after all
 * revisions are accepted, fields as their results. @throws ImportRefusal
 */
export function readDocxBody(xml: string, styles: ReadonlyMap<string, DocxStyle>): DocxBody {
  const reader = new BodyReader(styles, true)
  readXml(xml, reader)
  if (reader.fieldsAreClosed) return reader
  // A field that never ends would hide all that follows it.
  const withInstructions = new BodyReader(styles, false)
  readXml(xml, withInstructions)
  return withInstructions
}

interface OpenParagraph {
  text: string
  style: string
  outline: number | null
  numbered: boolean | null
  /** Its end was deleted, so that it runs on into the next one. */
  runsOn: boolean
  /** What stands in boxes that hang on it. */
  readonly boxes: DocxParagraph[]
}

/** What was deleted or moved away, what repeats something for older programs, and readings above ideographs. */
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'rt'])

const runContent = new Set(['t', 'br', 'tab', 'ptab', 'cr', 'noBreakHyphen', 'softHyphen', 'sym', 'vanish', 'fldChar', 'footnoteReference', 'endnoteReference'])

const characters: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '\u00AD' }

class BodyReader implements DocxBody {
  readonly paragraphs: DocxParagraph[] = []
  readonly references: string[] = []
  readonly notes = new Map<string, DocxParagraph[]>()
  /** Where paragraphs go: the body, a note, a cell, a box; the innermost last. */
  readonly #sinks: DocxParagraph[][] = [this.paragraphs]
  readonly #open: OpenParagraph[] = []
  /** The rows of each table that is open. */
  readonly #tables: DocxParagraph[][][][] = []
  /** For each run that is open, whether it is hidden. */
  readonly #runs: boolean[] = []
  /** For each field that is open, whether its result has begun. */
  readonly #fields: boolean[] = []
  #skipping = 0
  #properties = 0
  #inText = false
  /** Text of a paragraph that runs on. */
  #carried = ''

  constructor(private readonly styles: ReadonlyMap<string, DocxStyle>, private readonly minded: boolean) {}

  get fieldsAreClosed(): boolean { return this.#fields.length === 0 }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipping > 0 || this.#isSkipped(name)) this.#skipping += 1
    else if (this.#properties > 0) this.#property(name, attributes['val'])
    else if (name === 'pPr') this.#properties = 1
    else if (this.#runs.length > 0 && runContent.has(name)) this.#content(name, attributes)
    else this.#structure(name, attributes['id'] ?? '')
  }

  text(text: string): void {
    if (this.#inText) this.#add(text)
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping -= 1
    else if (this.#properties > 0) this.#properties -= 1
    else if (name === 't') this.#inText = false
    else if (name === 'r') this.#runs.pop()
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#tables.at(-1)?.at(-1)?.push(this.#sinks.pop() ?? [])
    else if (name === 'tbl') this.#put(tableParagraphs(this.#tables.pop() ?? []))
    else if (name === 'txbxContent') this.#closeBox()
    else if (name === 'footnote' || name === 'endnote') this.#sinks.pop()
  }

  /** Formatting before a tracked change is skipped everywhere. */
  #isSkipped(name: string): boolean {
    return name.endsWith('PrChange') || (this.#properties === 0 && skipped.has(name))
  }

  #property(name: string, value = ''): void {
    this.#properties += 1
    const paragraph = this.#open.at(-1)
    if (!paragraph) return
    if (name === 'pStyle') paragraph.style = value
    else if (name === 'outlineLvl') paragraph.outline = outlineLevel(value)
    else if (name === 'numId') paragraph.numbered = value !== '0'
    else if (name === 'del' || name === 'moveFrom') paragraph.runsOn = true
  }

  #structure(name: string, id: string): void {
    if (name === 'p') this.#openParagraph()
    else if (name === 'r') this.#runs.push(false)
    else if (name === 'tbl') this.#tables.push([])
    else if (name === 'tr') this.#tables.at(-1)?.push([])
    else if (name === 'tc' || name === 'txbxContent') this.#sinks.push([])
    else if (name === 'footnote' || name === 'endnote') this.#sinks.push(this.#note(`${name} ${id}`))
  }

  #note(name: string): DocxParagraph[] {
    const paragraphs: DocxParagraph[] = []
    this.notes.set(name, paragraphs)
    return paragraphs
  }

  #content(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 't') this.#inText = true
    else if (name === 'vanish') this.#runs[this.#runs.length - 1] = !/^(?:0|false|off)$/.test(attributes['val'] ?? '')
    else if (name === 'fldChar') this.#field(attributes['fldCharType'])
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#refer(`${name.slice(0, -'Reference'.length)} ${attributes['id'] ?? ''}`)
    else if (name === 'sym') this.#add(symbol(attributes['char'] ?? ''))
    else if (name !== 'br') this.#add(characters[name] ?? '')
    else if (!/^(?:page|column)$/.test(attributes['type'] ?? '')) this.#add('\n')
  }

  #field(type = ''): void {
    if (type === 'begin') this.#fields.push(false)
    else if (type === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true
    else if (type === 'end') this.#fields.pop()
  }

  #closeBox(): void {
    const paragraphs = this.#sinks.pop() ?? []
    const anchor = this.#open.at(-1)
    if (anchor) for (const one of paragraphs) anchor.boxes.push(one)
    else this.#put(paragraphs)
  }

  #refer(note: string): void {
    this.references.push(note)
    this.#add(`[${this.references.length}]`)
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1)
    const shown = !this.#runs.at(-1) && (!this.minded || !this.#fields.includes(false))
    if (paragraph && shown) paragraph.text += text
  }

  #openParagraph(): void {
    this.#open.push({ text: this.#carried, style: '', outline: null, numbered: null, runsOn: false, boxes: [] })
    this.#carried = ''
  }

  #closeParagraph(): void {
    const closed = this.#open.pop()
    if (!closed) return
    const style = this.styles.get(closed.style)
    const heading = closed.outline === null ? style?.heading ?? null : asHeading(closed.outline)
    if (closed.runsOn) this.#carried = closed.text
    else this.#put([{ text: closed.text, heading, item: heading === null && (closed.numbered ?? style?.item ?? false) }])
    this.#put(closed.boxes)
  }

  #put(paragraphs: readonly DocxParagraph[]): void {
    const sink = this.#sinks.at(-1) ?? this.paragraphs
    for (const one of paragraphs) sink.push(one)
  }
}

/** A sign of a symbol font, by its code in hexadecimal digits. */
const symbol = (code: string): string => (/^[\dA-F]{4}$/i.test(code) && !/^D[89A-F]/i.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : '')
