import { telling, type Tallies, type Tally, type Use } from './wordTally'

/** A word, or two in a row, and how much it belongs to one outlet's telling rather than to that of the others. */
export interface OwnWord {
  /** As it is compared: see `Tally`. */
  readonly key: string
  readonly written: string
  readonly of: 1 | 2
  /** Above 0 where the outlet has it more than the others, below where less; beyond 1.96 to either side chance is an unlikely reason. */
  readonly z: number
  /** How often the outlet has it, and the others together. */
  readonly own: number
  readonly others: number
  /** The same by 1,000 words. */
  readonly ownRate: number
  readonly othersRate: number
  /** It reads like a proper name. */
  readonly name: boolean
  /** It says something by itself, as “the” or “has been” do not. */
  readonly telling: boolean
}

/** How many words the prior counts for: about as many as an article has. */
const PRIOR = 500

/**
 * The difference between two groups in their use of a word: the log-odds-ratio with an informative Dirichlet prior, divided by
 * its standard deviation (Monroe, Colaresi & Quinn 2008, “Fightin’ Words”, Political Analysis 16(4)). What
 * both have together makes the prior's shares, so a word that is equally frequent in both comes to 0, and a rare one to little.
 * @param own how often the one group has the word, of `ownTotal` words; both totals above 0
 */
export function logOddsZ(own: number, ownTotal: number, others: number, othersTotal: number, priorTotal = PRIOR): number {
  // Where all texts are one word over and over there is nothing else that could be said instead.
  if (own + others === ownTotal + othersTotal) return 0
  const prior = priorTotal * (own + others) / (ownTotal + othersTotal)
  const odds = (count: number, total: number): number => Math.log((count + prior) / (total + priorTotal - count - prior))
  return (odds(own, ownTotal) - odds(others, othersTotal)) / Math.sqrt(1 / (own + prior) + 1 / (others + prior))
}

/**
 * What is particular to one outlet's telling: words and pairs of words, what it has more than the others first, what it has less last.
 * @param least how often a word must stand in all texts together to be among them
 * @returns nothing where either side has no words
 */
export function ownWords(own: Tallies, others: Tallies, least = 2): readonly OwnWord[] {
  const found = [...compared(own.words, others.words, 1, least), ...compared(own.pairs, others.pairs, 2, least)]
  return found.sort((a, b) => b.z - a.z || b.own + b.others - a.own - a.others || (a.key < b.key ? -1 : 1))
}

const nowhere: Use = { written: '', count: 0, within: 0, capitals: 0 }
const PER = 1_000

function* compared(own: Tally, others: Tally, of: 1 | 2, least: number): Iterable<OwnWord> {
  if (own.total === 0 || others.total === 0) return
  for (const key of new Set([...own.uses.keys(), ...others.uses.keys()])) {
    const [a, b] = [own.uses.get(key) ?? nowhere, others.uses.get(key) ?? nowhere]
    const says = telling(key)
    // Two words of which one only ties others together say what the other one says alone.
    if (a.count + b.count < least || (of === 2 && !says)) continue
    const [within, capitals] = [a.within + b.within, a.capitals + b.capitals]
    yield {
      key, of, z: logOddsZ(a.count, own.total, b.count, others.total), own: a.count, others: b.count, written: (a.within > 0 || b.count === 0 || (b.within === 0 && a.count > 0) ? a : b).written,
      ownRate: PER * a.count / own.total, othersRate: PER * b.count / others.total, name: capitals > 0 && capitals * 2 >= within, telling: says,
    }
  }
}
