import type { JoinedPassage } from './passage'

/** Offsets in two texts that are to stand level. */
export interface Anchor {
  readonly from: number
  readonly to: number
}

interface Candidate extends Anchor {
  readonly weight: number
}

// More than all others together can weigh: the passage in hand stays level whatever it costs.
const HELD = 1e6
const SURE = 1

/**
 * The shared passages by which one text follows another: those of the heaviest chain that ascends in both, as what was
 * told in another order can't all be level.
 * @param held a passage that is in the chain in any case, if both have it
 */
export function anchorsBetween(passages: readonly JoinedPassage[], leader: string, follower: string, held: string | null): Anchor[] {
  const candidates = passages.flatMap((one): Candidate[] => {
    const [from, to] = [one.places.get(leader)?.[0], one.places.get(follower)?.[0]]
    return from && to ? [{ from: from.start, to: to.start, weight: one.strength + (one.sure ? SURE : 0) + (one.id === held ? HELD : 0) }] : []
  })
  return heaviestChain(candidates)
}

/** The heaviest selection of which each is after the one before in both texts. Takes the square of their number. */
export function heaviestChain(candidates: readonly Candidate[]): Anchor[] {
  const sorted = [...candidates].sort((a, b) => a.from - b.from || a.to - b.to)
  const best = sorted.map(({ weight }) => ({ weight, before: -1 }))
  let last = -1
  sorted.forEach((one, i) => {
    const own = best[i]
    if (!own) return
    for (let j = 0; j < i; j += 1) {
      const [other, chain] = [sorted[j], best[j]]
      if (other && chain && other.from < one.from && other.to < one.to && chain.weight + one.weight > own.weight) best[i] = { weight: chain.weight + one.weight, before: j }
    }
    if ((best[i]?.weight ?? 0) > (best[last]?.weight ?? 0)) last = i
  })
  const chain: Anchor[] = []
  for (let at = last; at !== -1; at = best[at]?.before ?? -1) {
    const one = sorted[at]
    if (one) chain.unshift({ from: one.from, to: one.to })
  }
  return chain
}
