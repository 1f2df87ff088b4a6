import type { Span } from './span'

/** What is looked for: an entity's id and all it is called. */
export interface Named {
  readonly id: string
  readonly names: readonly string[]
}

/** Where an entity is named: UTF-16 code units, half-open. */
export interface Spotted extends Span {
  readonly entity: string
}

/** Names as a tree: one step for each UTF-16 unit. */
interface Branch {
  readonly next: Map<number, Branch>
  readonly entities: string[]
}

/** Finds names in a text, or in a part of it. */
export type Spotter = (text: string, within?: Span) => readonly Spotted[]

/**
 * Makes ready to find names: whole words, at every place the longest name, of the case it is written in, except that names
 * wholly in lower case are found in any. A straight apostrophe stands for a curved one and any white space for a space.
 * Where several entities are called the same, each is named. What is found does not overlap. Takes time with the length of
 * the text, however many names there are.
 */
export function spotter(entities: Iterable<Named>): Spotter {
  const [exact, folded] = [branch(), branch()]
  for (const { id, names } of entities) {
    for (const name of names.map((one) => plain(one.trim()))) {
      if (name !== '') plant(name === lower(name) ? folded : exact, name, id)
    }
  }
  return (text, within = { start: 0, end: text.length }) => {
    const [written, any] = [plain(text), lower(plain(text))]
    const found: Spotted[] = []
    for (let start = within.start; start < within.end;) {
      const hit = isEdge(text, start) ? longest(longestFrom(exact, written, start, within.end), longestFrom(folded, any, start, within.end)) : null
      if (hit) found.push(...hit.entities.map((entity) => ({ entity, start, end: hit.end })))
      start = hit?.end ?? start + 1
    }
    return found
  }
}

/** Where entities are named in a text; for many texts make a `spotter` once. */
export const spotEntities = (text: string, entities: Iterable<Named>, within?: Span): readonly Spotted[] => spotter(entities)(text, within)

const branch = (): Branch => ({ next: new Map(), entities: [] })

function plant(root: Branch, name: string, entity: string): void {
  let at = root
  for (let i = 0; i < name.length; i += 1) {
    const unit = name.charCodeAt(i)
    const known = at.next.get(unit)
    if (known) at = known
    else {
      const fresh = branch()
      at.next.set(unit, fresh)
      at = fresh
    }
  }
  if (!at.entities.includes(entity)) at.entities.push(entity)
}

interface Hit { readonly end: number; readonly entities: readonly string[] }

function longestFrom(root: Branch, text: string, start: number, end: number): Hit | null {
  let best: Hit | null = null
  let at: Branch | undefined = root
  for (let i = start; at && i <= end; i += 1) {
    if (at.entities.length > 0 && isEdge(text, i)) best = { end: i, entities: at.entities }
    at = i < end ? at.next.get(text.charCodeAt(i)) : undefined
  }
  return best
}

function longest(a: Hit | null, b: Hit | null): Hit | null {
  if (!a || !b) return a ?? b
  if (a.end === b.end) return { end: a.end, entities: [...new Set([...a.entities, ...b.entities])] }
  return a.end > b.end ? a : b
}

/** White space and apostrophes in one form, at the same places. */
const plain = (text: string): string => text.replace(/\s/g, ' ').replace(/[’ʼ]/g, "'")

/** Lower case at the same places: a character whose lower case is longer stays. */
const lower = (text: string): string => {
  const whole = text.toLowerCase()
  return whole.length === text.length ? whole : text.replace(/\p{Lu}|\p{Lt}/gu, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one))
}

/** True where a word may begin or end: not between two characters of one. */
const isEdge = (text: string, at: number): boolean => !(isJoined(before(text, at)) && isJoined(after(text, at)))

const isJoined = (character: string): boolean => WORD.test(character) && !UNSPACED.test(character)

const WORD = /[\p{L}\p{N}\p{M}_]/u
// Scripts written without spaces, or with endings put to names: there every character may end a word.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u

const after = (text: string, at: number): string => (at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '')

function before(text: string, at: number): string {
  if (at === 0) return ''
  const pair = at > 1 && (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 ? text.codePointAt(at - 2) : undefined
  return pair !== undefined && pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(at - 1)
}
