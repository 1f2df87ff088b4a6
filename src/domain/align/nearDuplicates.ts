import type { Sketch } from './sketch'

/** Texts are told as much alike from here on: less is quotations and set phrases that reports on one event share. */
export const LEAST_SHARE = 0.3

/** From here on texts are taken for copies unless the researcher says otherwise: half of the shorter one stands in the other. */
export const USUAL_SHARE = 0.5

/** With how many of the texts before it that have the same mark a text is compared. Each of a copy that went to hundreds of outlets is compared with the first of them. */
export const MOST_AT_A_MARK = 24

/** How much of the share is to be seen in the marks already; they are a sample, which may fall short of it. */
const SAMPLED = 0.5

/** How much two texts have in common, word for word. */
export interface LikePair {
  readonly a: string
  readonly b: string
  /** Share of the shingles of `a` that occur in `b`, 0 to 1, and the other way round. */
  readonly ofA: number
  readonly ofB: number
  /** Shingles in common by all there are in either. */
  readonly jaccard: number
}

/** The share one thinks of: how much of the shorter one stands in the longer one. */
export const shareOf = ({ ofA, ofB }: Pick<LikePair, 'ofA' | 'ofB'>): number => Math.max(ofA, ofB)

/** How much two texts have in common, by all their shingles. Nothing where one has none. */
export function sharesOf(a: Sketch, b: Sketch): Pick<LikePair, 'ofA' | 'ofB' | 'jaccard'> {
  const [x, y] = [a.shingles, b.shingles]
  let common = 0
  for (let i = 0, k = 0; i < x.length && k < y.length;) {
    const [p = 0, q = 0] = [x[i], y[k]]
    if (p === q) common += 1
    if (p <= q) i += 1
    if (q <= p) k += 1
  }
  if (common === 0) return { ofA: 0, ofB: 0, jaccard: 0 }
  return { ofA: common / x.length, ofB: common / y.length, jaccard: common / (x.length + y.length - common) }
}

/** Texts that come in one after the other and are compared with those before. */
export class NearDuplicates {
  private readonly ids: string[] = []
  private readonly sketches: Sketch[] = []
  /** Mark -> the first texts that have it. */
  private readonly holders = new Map<number, number[]>()
  /** By text: how many marks it shares with the one that comes in. */
  private shared = new Uint16Array(1024)
  /** How many pairs of texts were compared by all their shingles. */
  comparisons = 0

  /** @returns the texts before it that have at least `LEAST_SHARE` in common with it */
  add(id: string, sketch: Sketch): readonly LikePair[] {
    const own = this.ids.length
    const found = this.likely(sketch).flatMap((other): LikePair[] => {
      const before = this.sketches[other]
      if (!before) return []
      this.comparisons += 1
      const shares = sharesOf(before, sketch)
      return shareOf(shares) >= LEAST_SHARE ? [{ a: this.ids[other] ?? '', b: id, ...shares }] : []
    })
    this.ids.push(id)
    this.sketches.push(sketch)
    for (const mark of sketch.marks) {
      const known = this.holders.get(mark)
      if (!known) this.holders.set(mark, [own])
      else if (known.length < MOST_AT_A_MARK) known.push(own)
    }
    return found
  }

  /** Texts before it that share enough of their marks to be worth a full comparison. */
  private likely({ marks }: Sketch): readonly number[] {
    if (this.shared.length < this.ids.length) this.shared = new Uint16Array(this.ids.length * 2)
    const met: number[] = []
    for (const mark of marks) {
      for (const other of this.holders.get(mark) ?? []) {
        const count = this.shared[other] ?? 0
        if (count === 0) met.push(other)
        if (count < 0xffff) this.shared[other] = count + 1
      }
    }
    return met.filter((other) => {
      const count = this.shared[other] ?? 0
      this.shared[other] = 0
      const fewer = Math.min(marks.length, this.sketches[other]?.marks.length ?? 0)
      return count >= fewer * LEAST_SHARE * SAMPLED
    }).sort((a, b) => a - b)
  }
}
