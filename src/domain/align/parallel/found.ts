import type { Link } from '../../synopsis/parallel'

/** What may be a link. */
export interface Found extends Omit<Link, 'strength' | 'strong'> {
  /** How much speaks for it, from 0: see `pointsOf`. */
  readonly points: number
  /** Has so much in common that another article can bear it out: see `mayBeBorneOut`. */
  readonly bearable: boolean
}
