import type { Link } from '../../synopsis/parallel'

/** What may be a link. */
export interface Found extends Omit<Link, 'strength' | 'strong'> {
  /** How much speaks for it, from 0: see `pointsOf`. */
  readonly points: number
}
