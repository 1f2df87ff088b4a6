import type { Link, Place } from '../../synopsis/parallel'
import { bridged } from './bridged'
import type { Found } from './found'
import { STRONG, strengthOf, SUGGESTED } from './judged'
import type { Prepared } from './prepared'

/** With so many points a link is strong that a third article bears out, or a strong link right beside it. */
const BORNE_OUT = 0.7
const BESIDE = 1.3
/** UTF-16 units that still are beside a place: a sentence. */
const NEAR = 160
/** Of the shorter of two places, so much must be common for them to be one. */
const SAME = 0.5
/** Links of one place that are looked at. */
const MOST = 16
/** Places are kept by stretches of so many units. */
const SHELF = 400

interface Mark {
  readonly own: Place
  readonly other: Place
}

/**
 * Which of the links are shown. What two articles say alike is likelier when a third one says it like both of them, or when what
 * stands beside it is alike, too; and what both say like the same words of a third place is one statement.
 * @param found by pairs of articles @param repeated what articles say twice, within each
 * @param texts in the order in which links go from one to the other
 */
export function supported(found: readonly (readonly Found[])[], repeated: readonly Found[], texts: readonly Prepared[]): readonly Link[] {
  const all = found.flat()
  const own = all.filter(({ points }) => points >= STRONG)
  const strong = new Shelves()
  for (const link of own) strong.add(link)
  // What was borne out bears out nothing further: from one to the next, statements drift apart.
  const open = all.filter(({ points, bearable }) => points < STRONG && bearable && points >= BORNE_OUT)
  const borne = open.filter((one) => (one.points >= BESIDE && beside(one, strong)) || borneOut(one, strong))
  for (const link of borne) strong.add(link)
  const shown = new Set([...own, ...borne])
  const further = bridged([...own, ...repeated.filter(({ points }) => points >= STRONG)], texts).filter((link) => {
    if (isThere(link, strong)) return false
    strong.add(link)
    shown.add(link)
    return true
  })
  return [...all, ...further].flatMap((one) => {
    const { points, bearable: _, inA: _a, inB: _b, ...link } = one
    const isStrong = shown.has(one)
    return isStrong || points >= SUGGESTED ? [{ ...link, strength: strengthOf(isStrong ? Math.max(points, STRONG) : points), strong: isStrong }] : []
  })
}

/** The ends of links by where they are. */
class Shelves {
  readonly #shelves = new Map<string, Mark[]>()

  add({ a, b }: Pick<Link, 'a' | 'b'>): void {
    this.#put({ own: a, other: b })
    this.#put({ own: b, other: a })
  }

  near(place: Place, reach = 0): readonly Mark[] {
    const [from, to] = [Math.floor((place.start - reach) / SHELF), Math.floor((place.end + reach) / SHELF)]
    const marks: Mark[] = []
    for (let at = from; at <= to; at += 1) marks.push(...this.#shelves.get(`${place.article} ${at}`) ?? [])
    return marks
  }

  #put(mark: Mark): void {
    for (let at = Math.floor(mark.own.start / SHELF); at <= Math.floor(mark.own.end / SHELF); at += 1) {
      const key = `${mark.own.article} ${at}`
      const shelf = this.#shelves.get(key)
      if (shelf) shelf.push(mark)
      else this.#shelves.set(key, [mark])
    }
  }
}

function borneOut({ a, b }: Pick<Link, 'a' | 'b'>, strong: Shelves): boolean {
  const ofA = strong.near(a).filter(({ own, other }) => other.article !== b.article && same(own, a)).slice(0, MOST)
  if (ofA.length === 0) return false
  const ofB = strong.near(b).filter(({ own, other }) => other.article !== a.article && same(own, b)).slice(0, MOST)
  return ofA.some((p) => ofB.some((q) => p.other.article === q.other.article && same(p.other, q.other)))
}

const isThere = ({ a, b }: Pick<Link, 'a' | 'b'>, strong: Shelves): boolean => strong.near(a).some(({ own, other }) => other.article === b.article && same(own, a) && same(other, b))

const beside = ({ a, b }: Pick<Link, 'a' | 'b'>, strong: Shelves): boolean => strong.near(a, NEAR).some(({ own, other }) =>
  other.article === b.article && apart(own, a) && apart(other, b) && near(own, a) && near(other, b))

const common = (a: Place, b: Place): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
const same = (a: Place, b: Place): boolean => common(a, b) >= SAME * Math.min(a.end - a.start, b.end - b.start)
const apart = (a: Place, b: Place): boolean => common(a, b) <= 0
const near = (a: Place, b: Place): boolean => common(a, b) >= -NEAR
