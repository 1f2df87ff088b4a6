import type { z } from 'zod'
import { Losses } from '../work/losses'
import type { Loss } from '../work/rawWork'
import { readBlock, type Described } from './block'
import { keyOf } from './guids'
import { childOf, childrenOf, type XmlElement } from './tree'
import { ORIGIN } from './writeProject'
import { asHeld } from './xmlText'

/** What the parts of a document are read with. */
export class Reading {
  readonly #losses = new Losses()
  readonly #notes = new Map<string, XmlElement>()
  readonly #asked = new Set<string>()
  /** Whether Synoptic wrote it and nothing has altered it since. */
  readonly ours: boolean
  /** What wrote it. */
  readonly program: string

  constructor(readonly root: XmlElement) {
    this.program = (root.attributes['origin'] ?? '').trim()
    this.ours = this.program === ORIGIN
    for (const note of childrenOf(childOf(root, 'Notes'), 'Note')) this.#notes.set(keyOf(note.attributes['guid']), note)
  }

  /** What stands directly in an element. */
  words(element: XmlElement): string {
    return this.held(element.text)
  }

  attribute(element: XmlElement, name: string): string {
    return this.held(element.attributes[name] ?? '')
  }

  /** What an element holds in words, such as its description. */
  described(element: XmlElement, child = 'Description'): Described {
    return readBlock(this.held(childOf(element, child)?.text ?? ''), this.ours)
  }

  /** The notes that an element refers to, in its order. */
  notesOf(element: XmlElement): readonly XmlElement[] {
    return childrenOf(element, 'NoteRef').flatMap((ref) => {
      const key = keyOf(ref.attributes['targetGUID'])
      const note = this.#notes.get(key)
      if (note) this.#asked.add(key)
      return note ?? []
    })
  }

  /** What a note says; of notes that come with a description, both. */
  noted(note: XmlElement): Described {
    const { own, data } = this.described(note, 'PlainTextContent')
    const about = this.held(childOf(note, 'Description')?.text ?? '')
    return { own: [about, own].filter((text) => text !== '').join('\n\n'), data }
  }

  /** How many notes nothing refers to, or what does was not read. */
  leftNotes(): number {
    return this.#notes.size - this.#asked.size
  }

  /** A part of ours, if it is there and as it should be. */
  data<T>(schema: z.ZodType<T>, data: Described['data']): T | undefined {
    if (Object.keys(data).length === 0) return undefined
    const found = schema.safeParse(data)
    if (!found.success) this.lost('notes of Synoptic’s that were altered, so that fields could not be read from them')
    return found.data
  }

  /** @param what as a sentence without its number, in the plural */
  lost(what: string, count = 1): void {
    this.#losses.add(what, count)
  }

  losses(): readonly Loss[] {
    return this.#losses.all
  }

  private held(text: string): string {
    return this.ours ? asHeld(text) : text
  }
}

/** A time of `xsd:dateTime` in UTC; where it does not say its zone it is taken for UTC. Empty where it is none. */
export function timeOf(text: string | undefined): string {
  const written = (text ?? '').trim()
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(written)) return ''
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(written) ? written : `${written}Z`)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}

/** When an element was made and last changed; empty where it does not say. */
export const timesOf = ({ attributes }: XmlElement): { readonly created: string; readonly modified: string } => {
  const created = timeOf(attributes['creationDateTime'])
  return { created, modified: timeOf(attributes['modifiedDateTime']) || created }
}

/** Keys that are there once each: files hold the same GUID twice, or none. */
export class FreshKeys {
  readonly #taken = new Set<string>()

  take(wanted: string): string {
    // With a space, so that it is no id: it says nothing outside this file.
    const base = wanted === '' ? 'no GUID' : wanted
    let key = base
    for (let n = 2; this.#taken.has(key); n += 1) key = `${base}-${n}`
    this.#taken.add(key)
    return key
  }
}
