import { Cell } from './cell'
import type { EventSynopsis } from './synopses'

/** What is set and in hand in the tabs on variants, omissions and own words. Remembered while the project is open. */
export interface InHand {
  readonly passage: string | null
  /** Key of a teller. */
  readonly teller: string | null
  /** How many others have what is left out. */
  readonly least: number
  readonly suggestions: boolean
  readonly anybody: boolean
  readonly side: 'own' | 'missing'
  readonly names: boolean
  readonly common: boolean
  /** How often an own word has to stand there. */
  readonly often: number
  readonly word: string | null
}

const nothing: InHand = { passage: null, teller: null, least: 2, suggestions: false, anybody: false, side: 'own', names: true, common: false, often: 2, word: null }

const hands = new WeakMap<EventSynopsis, Cell<InHand>>()

/** What is in hand in those tabs of one synopsis. */
export function handOf(synopsis: EventSynopsis): Cell<InHand> {
  const cell = hands.get(synopsis) ?? new Cell(nothing)
  hands.set(synopsis, cell)
  return cell
}
