import { palette } from '../../domain/project/shades'
import { page, type Theme } from './palette'
import type { Colour, MarkStyle } from './mark'
import type { ReaderPassage } from './passages'

/** What a stretch of text is painted with: a mark's colour and style, the kept selection, as what may be or is left out, or as words that agree with other articles or differ. */
export type InkName = `${Colour}-${MarkStyle}` | 'selection' | 'deceptive' | 'agrees' | 'differs' | ReaderPassage['state']

let readers = 0

/**
 * The highlights of one column, registered under names of its own, with the rules that colour them. Rules exist only
 * for inks in use, and only for this column's paragraphs: the browser works out every one for each of those.
 */
export class Ink {
  readonly scope = `reader-${(readers += 1)}`
  readonly #sheet = new CSSStyleSheet()
  readonly #used = new Map<InkName, Highlight>()
  #theme: Theme

  constructor(theme: Theme) {
    if (typeof Highlight !== 'function' || !('highlights' in CSS)) {
      throw new Error('This browser can’t paint annotations: it lacks the CSS Custom Highlight API (Chrome 105 or later has it).')
    }
    this.#theme = theme
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
  }

  /** Gets inks ready together: each rule that comes later makes the browser look at the whole page again. */
  prepare(names: ReadonlySet<InkName>): void {
    const rules = [...names].filter((name) => !this.#used.has(name))
    if (rules.length === 0) return
    for (const name of rules) this.#register(name)
    this.setTheme(this.#theme)
  }

  highlight(name: InkName): Highlight {
    this.prepare(new Set([name]))
    return this.#used.get(name) ?? this.#register(name)
  }

  setTheme(theme: Theme): void {
    this.#theme = theme
    this.#sheet.replaceSync([...this.#used.keys()].map((name) => this.#rule(name)).join('\n'))
  }

  destroy(): void {
    for (const name of this.#used.keys()) CSS.highlights.delete(`${this.scope}-${name}`)
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }

  #register(name: InkName): Highlight {
    const made = new Highlight()
    made.priority = name === 'deceptive' ? 3 : name === 'selection' ? 2 : name.endsWith('-tint') ? 0 : 1
    this.#used.set(name, made)
    CSS.highlights.set(`${this.scope}-${name}`, made)
    return made
  }

  // Literal colours: custom properties are not seen by highlights in Chrome 114.
  #rule(name: InkName): string {
    return `.${this.scope} p::highlight(${this.scope}-${name}) { ${declaration(name, this.#theme)} }`
  }
}

const lines: Readonly<Record<Exclude<MarkStyle, 'tint'>, string>> = { line: 'solid 2px', positive: 'dotted 2px', negative: 'wavy 1.5px', neutral: 'dashed 2px' }

function declaration(name: InkName, theme: Theme): string {
  if (name === 'selection') return `background-color: ${page[theme].selection}`
  if (name === 'deceptive') return `background-color: ${page[theme].warning}; color: ${page[theme].paper}`
  if (name === 'agrees') return `color: ${page[theme].dim}`
  if (name === 'differs') return `background-color: ${page[theme].differing}; color: ${page[theme].ink}`
  if (name === 'proposed') return `color: ${page[theme].faint}; text-decoration: underline dotted 1px ${page[theme].faint}`
  if (name === 'excluded') return `color: ${page[theme].faint}; text-decoration: line-through 1px ${page[theme].faint}`
  const [colour, style] = name.split('-') as [Colour, MarkStyle]
  const shade = palette[theme][colour]
  return style === 'tint' ? `background-color: ${shade.tint}` : `text-decoration: underline ${lines[style]} ${shade.line}`
}
