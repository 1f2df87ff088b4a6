import type { Place } from '../../synopsis/parallel'
import { sameSpan } from '../../text/span'
import { runsOf, spanOf, type WordPair } from './evidence'
import type { Found } from './found'
import { NAME } from './marks'
import type { Prepared } from './prepared'

/** Of what the words are worth that a link rests on, so much must be in the other link, too. */
const COMMON = 0.6
/** What the words are worth at least that both rest on. */
const LEAST = 0.6
/** Links of one place that are looked at, the strongest first. */
const MOST = 16
/** A quotation of so many words is a fragment: one word of it stands for all. */
const FRAGMENT = 3

/** One side of a strong link, seen from the other. */
interface Arm {
  readonly link: Found
  /** The words of this side, ascending, and those that stand for them on the other. */
  readonly own: Int32Array
  readonly others: Int32Array
  readonly other: Prepared
  readonly worth: number
}

/**
 * What two places say that a third place says like both of them, in the same words of it: these words need not be enough by
 * themselves. The third may be of another article, or of the same one as either.
 * @param strong links, those of an article with itself among them
 * @param texts in the order in which links go from one to the other
 * @returns with points as of the weaker link, the strongest first
 */
export function bridged(strong: readonly Found[], texts: readonly Prepared[]): readonly Found[] {
  const rank = new Map(texts.map((text, n) => [text, n]))
  const byId = new Map(texts.map((text) => [text.article, text]))
  const arms = new Map<Prepared, Arm[]>()
  const put = (link: Found, from: Prepared, to: Prepared, own: Int32Array, others: Int32Array): void => {
    const arm = { link, own, others, other: to, worth: own.reduce((sum, at) => sum + worthOf(from, at), 0) }
    const all = arms.get(from)
    if (all) all.push(arm)
    else arms.set(from, [arm])
  }
  for (const link of strong) {
    const [a, b] = [byId.get(link.a.article), byId.get(link.b.article)]
    if (!a || !b) continue
    put(link, a, b, ...ascending(link.inA, link.inB))
    put(link, b, a, ...ascending(link.inB, link.inA))
  }
  const found: Found[] = []
  for (const [from, all] of arms) {
    const bySentence = new Map<number, Arm[]>()
    for (const arm of all) {
      const sentence = from.sentence[arm.own[0] ?? 0] ?? 0
      const known = bySentence.get(sentence)
      if (known) known.push(arm)
      else bySentence.set(sentence, [arm])
    }
    for (const some of bySentence.values()) {
      const few = some.sort(firstBefore).slice(0, MOST)
      for (const [n, x] of few.entries()) for (const y of few.slice(n + 1)) {
        if (x.other === y.other) continue
        const [p, q] = (rank.get(x.other) ?? 0) < (rank.get(y.other) ?? 0) ? [x, y] : [y, x]
        const link = joined(from, p, q)
        if (link) found.push(link)
      }
    }
  }
  return found.sort((x, y) => y.points - x.points || inText(x, y))
}

/** Names are what everybody has. */
const worthOf = ({ weights, marks }: Prepared, at: number): number => (marks[at] === NAME ? 0 : weights[at] ?? 0)

const firstBefore = (x: Arm, y: Arm): number => y.link.points - x.link.points || compareIds(x.other.article, y.other.article) || (x.others[0] ?? 0) - (y.others[0] ?? 0) || x.others.length - y.others.length

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The same whichever of its sides comes first. */
function inText(x: Found, y: Found): number {
  const [[a, b], [c, d]] = [x, y].map(({ a: p, b: q }) => (p.article < q.article ? [p, q] : [q, p])) as [[Place, Place], [Place, Place]]
  return compareIds(a.article, c.article) || compareIds(b.article, d.article) || a.start - c.start || b.start - d.start || a.end - c.end || b.end - d.end
}

function ascending(own: Int32Array, others: Int32Array): readonly [Int32Array, Int32Array] {
  if (own.every((at, n) => n === 0 || at > (own[n - 1] ?? 0))) return [own, others]
  const order = Array.from(own.keys()).sort((x, y) => (own[x] ?? 0) - (own[y] ?? 0))
  return [Int32Array.from(order, (at) => own[at] ?? 0), Int32Array.from(order, (at) => others[at] ?? 0)]
}

function joined(by: Prepared, x: Arm, y: Arm): Found | null {
  const pairs: WordPair[] = []
  let worth = 0
  let only = -1
  for (let i = 0, k = 0; i < x.own.length && k < y.own.length;) {
    const [p, q] = [x.own[i] ?? 0, y.own[k] ?? 0]
    if (p === q) {
      worth += worthOf(by, p)
      if (worthOf(by, p) > 0) only = only === -1 ? p : -2
      pairs.push({ i: x.others[i] ?? 0, j: y.others[k] ?? 0, worth: by.weights[p] ?? 0 })
    }
    if (p <= q) i += 1
    if (q <= p) k += 1
  }
  if (worth < LEAST || worth < COMMON * Math.min(x.worth, y.worth) || (only >= 0 && !inFragment(by, only) && !isFragment(x) && !isFragment(y))) return null
  pairs.sort((one, two) => one.i - two.i)
  const [inA, inB] = [Int32Array.from(pairs, ({ i }) => i), Int32Array.from(pairs, ({ j }) => j)]
  const [p, q] = [placeOf(x.other, inA), placeOf(y.other, inB)]
  if (!p || !q) return null
  const runs = runsOf(x.other, y.other, pairs)
  const whole = runs.length === 1 && runs.every(({ a, b }) => sameSpan(a, p) && sameSpan(b, q))
  const kind = whole ? 'identical' : x.link.kind === 'wording' || y.link.kind === 'wording' ? 'wording' : 'quotation'
  return { a: p, b: q, kind, points: Math.min(x.link.points, y.link.points), bearable: false, runs, inA, inB }
}

const isFragment = ({ other, others }: Arm): boolean => others.every((at) => inFragment(other, at))

function inFragment({ quotation, quotations }: Prepared, at: number): boolean {
  const number = quotation[at] ?? -1
  return number >= 0 && (quotations[2 * number + 1] ?? 0) - (quotations[2 * number] ?? 0) <= FRAGMENT
}

/** From the first to the last of some words of one sentence; of one word in quotation marks, with the one before it. */
function placeOf(text: Prepared, words: Int32Array): Place | null {
  let [first, last] = [Math.min(...words), Math.max(...words)]
  if (text.sentence[first] !== text.sentence[last]) return null
  const number = text.quotation[first] ?? -1
  if (inFragment(text, first) && inFragment(text, last) && number === text.quotation[last]) [first, last] = [text.quotations[2 * number] ?? first, (text.quotations[2 * number + 1] ?? last + 1) - 1]
  else if (first === last && number >= 0 && number === text.quotation[first - 1] && text.sentence[first - 1] === text.sentence[first]) first -= 1
  return text.sentence[first] === text.sentence[last] ? { article: text.article, ...spanOf(text, first, last - first + 1) } : null
}
