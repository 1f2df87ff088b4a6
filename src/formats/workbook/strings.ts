import { textElement } from './cellText'

/** Of one column; beyond, its texts are written in place, so that memory stays within bounds. */
const MOST_OF_A_COLUMN = 2000
const LONGEST = 200

/**
 * The table of strings that cells refer to (ECMA-376-1, 18.4), for texts that a column repeats: a workbook opens faster
 * with it. It is written after the sheets.
 */
export class SharedStrings {
  private readonly numbers = new Map<string, number>()

  get size(): number {
    return this.numbers.size
  }

  /** What gives the number of a text, for the cells of one column; undefined where it is to be written in place. */
  ofColumn(): (text: string) => number | undefined {
    let added = 0
    return (text) => {
      // Without looking, as a column that had so many different texts will hardly repeat one.
      if (added >= MOST_OF_A_COLUMN || text.length > LONGEST) return undefined
      const known = this.numbers.get(text)
      if (known !== undefined) return known
      added += 1
      const number = this.numbers.size
      this.numbers.set(text, number)
      return number
    }
  }

  xml(): string {
    const items = Array.from(this.numbers.keys(), (text) => `<si>${textElement(text)}</si>`)
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`
  }
}
