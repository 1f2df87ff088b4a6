import type { Link } from '../../synopsis/parallel'

/** What may be a link. */
export interface Found extends Omit<Link, 'strength' | 'strong'> {
  /** How much speaks for it, from 0: see `pointsOf`. */
  readonly points: number
  /** Has so much in common that another article can bear it out: see `mayBeBorneOut`. */
  readonly bearable: boolean
  /** Which words stand for one another, by their numbers in `a` and in `b`, ascending in `a`. */
  readonly inA: Int32Array
  readonly inB: Int32Array
}
