import type { RawPlace } from '../work/rawWork'
import { stretchIn } from '../interchange/readJson'

/** What an annotation file of brat holds (https://brat.nlplab.org/standoff.html). */
export interface AnnFile {
  /** Text-bound annotations by id. */
  readonly bounds: ReadonlyMap<string, Bound>
  /** Attributes by the id of what they are of: name and value, `true` where it has none. */
  readonly attributes: ReadonlyMap<string, readonly (readonly [name: string, value: string | true])[]>
  readonly notes: ReadonlyMap<string, readonly { readonly type: string; readonly text: string }[]>
  /** Triggers of events, by their text-bound annotation, with the events' ids. */
  readonly events: ReadonlyMap<string, string>
  readonly relations: number
  readonly arguments: number
  readonly normalisations: number
  /** Lines that are none of these. */
  readonly unread: number
}

export interface Bound {
  readonly type: string
  readonly places: readonly RawPlace[]
}

/** Reads the lines of an annotation file; those that are garbled are counted. */
export function readAnn(content: string): AnnFile {
  const bounds = new Map<string, Bound>(), events = new Map<string, string>()
  const attributes = new Map<string, (readonly [string, string | true])[]>(), notes = new Map<string, { type: string; text: string }[]>()
  const counts = { relations: 0, arguments: 0, normalisations: 0, unread: 0 }
  for (const line of content.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [id = '', what = '', text] = line.split('\t'), [type = '', target = '', ...rest] = what.split(' ')
    const bound = id.startsWith('T') ? boundOf(what, text) : undefined
    if (bound) bounds.set(id, bound)
    else if (/^[AM]\d/.test(id) && target !== '') push(attributes, target, [type, rest.length === 0 ? true : rest.join(' ')] as const)
    else if (id.startsWith('#') && target !== '') push(notes, target, { type, text: text ?? '' })
    else if (id.startsWith('E') && type.includes(':')) {
      events.set(type.slice(type.indexOf(':') + 1), id)
      counts.arguments += what.split(' ').filter((one) => one.includes(':')).length - 1
    } else if (id.startsWith('R') || id === '*') counts.relations += 1
    else if (id.startsWith('N')) counts.normalisations += 1
    else counts.unread += 1
  }
  return { bounds, attributes, notes, events, ...counts }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** `Type 0 5;16 23` and the words, fragments of which are joined with a space. */
function boundOf(what: string, words: string | undefined): Bound | undefined {
  const found = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(what)
  const stretches = found?.[2]?.split(';').map((pair) => stretchIn(...(pair.split(' ').map(Number) as [number, number])))
  if (!found || !stretches || stretches.includes(undefined)) return undefined
  const whole = stretches.flatMap((one) => one ?? [])
  const snippets = words === undefined ? [] : cut(words, whole.map(({ start, end }) => end - start))
  return { type: found[1] ?? '', places: whole.map((one, i) => ({ ...one, snippet: snippets[i] ?? null })) }
}

/** The words of each fragment, if they have the lengths that the positions say, in code points or UTF-16 units. */
function cut(words: string, lengths: readonly number[]): readonly string[] {
  const [only] = lengths
  if (lengths.length === 1 && only !== undefined) return [words]
  const total = lengths.reduce((sum, length) => sum + length + 1, -1)
  for (const signs of [Array.from(words), words.split('')]) {
    if (signs.length !== total) continue
    let at = 0
    return lengths.map((length) => signs.slice(at, at += length).join('') + (at += 1, ''))
  }
  return []
}
