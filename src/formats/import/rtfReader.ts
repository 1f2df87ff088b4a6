import { ImportRefusal } from './importer'
import { charsetCodePage, inCodePage } from './rtfCodePages'
import { RtfParagraphs, type RtfParagraph } from './rtfParagraphs'
import { rtfTokens, type RtfToken } from './rtfTokens'
import { codePages, destinations, literal, shownThoughStarred } from './rtfWords'

/** What a rich-text file says. */
export interface RtfContents {
  readonly paragraphs: readonly RtfParagraph[]
  /** Characters that could not be read. */
  readonly lost: number
  /** False where the file ends before its groups do. */
  readonly complete: boolean
}

/** How deep groups may stand in one another. */
const DEEPEST = 1000

/** What holds in a group until it ends. */
interface State {
  /** What its text is part of. */
  destination: 'text' | 'fonts' | 'styles' | 'nothing'
  codePage: number | null
  hidden: boolean
  deleted: boolean
  /** How many characters stand for one of `\u`, for older programs. */
  instead: number
  note: boolean
}

/** Reads a rich-text file (Rich Text Format specification 1.9.1). @param source bytes as Latin-1 @throws ImportRefusal when it is nested without end */
export function readRtf(source: string): RtfContents {
  const reader = new Reader()
  for (const token of rtfTokens(source)) reader.take(token)
  return reader.finished()
}

class Reader {
  readonly #paragraphs = new RtfParagraphs()
  readonly #outer: State[] = []
  readonly #fonts = new Map<number, number | null>()
  #state: State = { destination: 'text', codePage: null, hidden: false, deleted: false, instead: 1, note: false }
  #codePage = 1252
  #defaultFont = 0
  /** The font or style that a table is being told of. */
  #entry = 0
  /** Bytes that belong together, as a character may be two of them. */
  #run = ''
  #toSkip = 0
  /** Where the group has begun with what may name its destination. */
  #start: 'no' | 'group' | 'starred' = 'no'
  #lost = 0

  take(token: RtfToken): void {
    if (token.kind === 'bytes') {
      this.#bytes(token.bytes)
      return
    }
    this.#flush()
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (this.#toSkip > 0 && literal.has(token.name)) this.#toSkip -= 1
    else this.#word(token.name, token.value)
  }

  finished(): RtfContents {
    this.#flush()
    const complete = this.#outer.length === 0
    while (this.#outer.length > 0) this.#close()
    const { paragraphs, halves } = this.#paragraphs.finished()
    return { paragraphs, lost: this.#lost + halves, complete }
  }

  #bytes(bytes: string): void {
    const skipped = Math.min(this.#toSkip, bytes.length)
    this.#toSkip -= skipped
    this.#run += bytes.slice(skipped)
    this.#start = 'no'
  }

  #flush(): void {
    if (this.#run === '') return
    const run = this.#run
    this.#run = ''
    if (this.#state.destination === 'styles') this.#paragraphs.nameStyle(this.#entry, run)
    if (!this.#shows) return
    const { text, lost } = inCodePage(run, this.#state.codePage ?? this.#codePage)
    this.#lost += lost
    this.#paragraphs.add(text)
  }

  get #shows(): boolean { return this.#state.destination === 'text' && !this.#state.hidden && !this.#state.deleted }

  #open(): void {
    if (this.#outer.length >= DEEPEST) throw new ImportRefusal('unsafe', `it is not read, as its groups stand more than ${DEEPEST} deep in one another`)
    this.#outer.push(this.#state)
    this.#state = { ...this.#state, note: false }
    this.#toSkip = 0
    this.#start = 'group'
    if (this.#state.destination === 'styles') this.#entry = 0
  }

  #close(): void {
    if (this.#state.note) this.#paragraphs.closeNote()
    this.#state = this.#outer.pop() ?? this.#state
    this.#toSkip = 0
    this.#start = 'no'
  }

  #word(name: string, value: number | null): void {
    const start = this.#start
    this.#toSkip = 0
    this.#start = name === '*' && start === 'group' ? 'starred' : 'no'
    if (start !== 'no' && name !== '*' && this.#enters(name, start === 'starred')) return
    if (this.#state.destination === 'fonts') this.#fontWord(name, value ?? 0)
    else if (this.#state.destination === 'styles') this.#entry = name === 's' ? value ?? 0 : this.#entry
    else if (this.#state.destination === 'text') this.#textWord(name, value)
  }

  /** Whether a group's first word decides what the group is. */
  #enters(name: string, starred: boolean): boolean {
    const state = this.#state
    if (state.destination !== 'text') return false
    const destination = destinations.get(name) ?? (starred && !shownThoughStarred.has(name) ? 'nothing' : undefined)
    if (destination === 'bullet') this.#paragraphs.markAsItem()
    if (destination === 'note' && this.#shows) {
      state.note = true
      this.#paragraphs.openNote()
    } else if (destination !== undefined && destination !== 'note') state.destination = destination === 'bullet' ? 'nothing' : destination
    return destination !== undefined
  }

  #fontWord(name: string, value: number): void {
    if (name === 'f') this.#entry = value
    else if (name === 'fcharset') this.#fonts.set(this.#entry, charsetCodePage(value))
    else if (name === 'cpg' && value > 0) this.#fonts.set(this.#entry, value)
  }

  #textWord(name: string, value: number | null): void {
    const character = literal.get(name)
    if (character !== undefined) this.#show(character)
    else if (name === 'u') this.#unicode(value ?? 0)
    else if (name === 'uc') this.#state.instead = Math.max(0, value ?? 1)
    else if (name === 'f') this.#state.codePage = this.#fonts.get(value ?? 0) ?? null
    else if (name === 'v') this.#state.hidden = value !== 0
    else if (name === 'deleted') this.#state.deleted = value !== 0
    else if (name === 'plain') this.#state = { ...this.#state, hidden: false, codePage: this.#fonts.get(this.#defaultFont) ?? null }
    else if (codePages.has(name) || name === 'ansicpg') this.#codePage = codePages.get(name) ?? value ?? 1252
    else if (name === 'deff') this.#defaultFont = value ?? 0
    else this.#paragraphs.format(name, value)
  }

  /** A unit of UTF-16 as a signed number, and after it what older programs are to show. Bullets of symbol fonts have private codes. */
  #unicode(value: number): void {
    const unit = value & 0xffff
    this.#show(unit === 0xf0b7 ? '•' : unit === 0 ? '' : String.fromCharCode(unit))
    this.#toSkip = this.#state.instead
  }

  #show(text: string): void {
    if (this.#shows) this.#paragraphs.add(text)
  }
}
