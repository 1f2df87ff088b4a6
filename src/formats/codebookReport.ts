import { splitsPair } from '../domain/text/span'

/** What may be said of the parts of a codebook file that do not come in quite as they are. */
const sentences = {
  'no-id': (names: string) => `Without an id that can be used, so they were given one: ${names}.`,
  'same-id': (names: string) => `With an id that something before them has, so they were given another: ${names}.`,
  'same-name': (names: string) => `Called the same as one beside them, and kept: ${names}.`,
  'no-key': (names: string) => `With a key that is no single character, which was left out: ${names}.`,
  'same-key': (names: string) => `With a key that a code before them has, which was left out: ${names}.`,
  'command-key': (names: string) => `With a key that means a command in Synoptic, so that it will not apply the code: ${names}. Give them other keys.`,
  'colour': (names: string) => `Without a colour that Synoptic has, so they were given one: ${names}.`,
  'place': (names: string) => `With another parent than the code they stand under, where they were left: ${names}.`,
  'assumed': (names: string) => `Not given in the file, so the usual was taken: ${names}.`,
  'unknown': (names: string) => `Not known to Synoptic and left out: ${names}.`,
  'shortcuts': (names: string) => `Keyboard shortcuts that can’t be read, left out: ${names}.`,
} as const

type Finding = keyof typeof sentences

// More names than one reads are counted.
const MOST_NAMES = 6
const LONGEST_NAME = 80

/** Gathers what is noticed in a codebook file, to be read before it comes in. */
export class CodebookReport {
  private readonly found = new Map<Finding, Map<string, number>>()

  /** @param name whom it concerns; the same twice is counted */
  note(finding: Finding, name: string): void {
    const names = this.found.get(finding) ?? new Map<string, number>()
    names.set(name, (names.get(name) ?? 0) + 1)
    this.found.set(finding, names)
  }

  /** One sentence for each kind of finding, in a fixed order. */
  lines(): readonly string[] {
    return (Object.keys(sentences) as Finding[]).flatMap((finding) => {
      const names = this.found.get(finding)
      return names ? [sentences[finding](listed(names))] : []
    })
  }
}

function listed(names: ReadonlyMap<string, number>): string {
  const some = [...names].slice(0, MOST_NAMES).map(([name, count]) => `“${short(name)}”${count > 1 ? ` (${count} times)` : ''}`)
  return `${some.join(', ')}${names.size > MOST_NAMES ? ` and ${names.size - MOST_NAMES} more` : ''}`
}

const short = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, splitsPair(name, LONGEST_NAME) ? LONGEST_NAME - 1 : LONGEST_NAME)}…`)
