import type { Records } from '../../project/records'
import type { Ruling } from '../../project/ruling'
import type { Place } from '../../synopsis/parallel'
import { isSamePlace, latestRuling, placeRulings, ruledPairs, type PlacedRuling, type RuledPair } from '../../synopsis/ruledPlaces'
import { anchorAt } from '../../text/anchor'
import { splitsPair } from '../../text/span'
import type { Change, Edit } from '../change'
import type { Circumstances, Outcome } from '../command'

/** Where something is decided. */
export interface RulingGround {
  readonly event: string
  /** The canonical texts, at the versions they are at, of the articles concerned and of those in earlier rulings on the event. */
  readonly text: (article: string) => string | undefined
  /** The same as they are shown, for what a step is called; as they are where it is absent. */
  readonly shown?: (article: string) => string | undefined
}

/** The places of a shared passage. */
export type Places = readonly Place[]

/** Says of shared passages that they are: each stays together whatever is found later. Null when that is so already. */
export function confirmPassage(records: Records, { passages, ...ground }: RulingGround & { readonly passages: readonly Places[] }, at: Circumstances): Outcome {
  const open = passages.filter((places) => places.length > 1)
  return decided(records, ground, open.map((places) => ({ verdict: 'together', groups: [places] })), labelled('confirm', open, ground), at)
}

/** Says of shared passages that none of their places says the same as another of them. */
export function rejectPassage(records: Records, { passages, ...ground }: RulingGround & { readonly passages: readonly Places[] }, at: Circumstances): Outcome {
  const shared = passages.filter((places) => places.length > 1)
  return decided(records, ground, shared.map((places) => ({ verdict: 'apart', groups: places.map((place) => [place]) })), labelled('reject', shared, ground), at)
}

/** Says of some places of a shared passage that they don't say the same as the rest of it; of all of them, that none does. */
export function rejectPlaces(records: Records, { passage, places, ...ground }: RulingGround & { readonly passage: Places; readonly places: Places }, at: Circumstances): Outcome {
  const rest = passage.filter((one) => !places.some((other) => isSamePlace(one, other)))
  if (rest.length === 0) return rejectPassage(records, { passages: [places], ...ground }, at)
  return decided(records, ground, [{ verdict: 'apart', groups: [places, rest] }], `take ${quoted(places, ground)} out of a shared passage`, at)
}

/** Says of several shared passages that they are one. */
export function joinPassages(records: Records, { passages, ...ground }: RulingGround & { readonly passages: readonly Places[] }, at: Circumstances): Outcome {
  if (passages.length < 2) return null
  return decided(records, ground, [{ verdict: 'together', groups: [distinct(passages.flat())] }], `join ${passages.length} shared passages`, at)
}

/** Says of a shared passage that it is several: places stay together within a group, and apart from those of the others. */
export function splitPassage(records: Records, { groups, ...ground }: RulingGround & { readonly groups: readonly Places[] }, at: Circumstances): Outcome {
  const parts = groups.filter((group) => group.length > 0)
  if (parts.length < 2) return null
  const kept = parts.filter((group) => group.length > 1).map((group): Decision => ({ verdict: 'together', groups: [group] }))
  return decided(records, ground, [{ verdict: 'apart', groups: parts }, ...kept], `split ${quoted(parts.flat(), ground)}`, at)
}

/**
 * Withdraws what was decided on places of these passages: what is found counts again. Null where nothing was.
 * @param others ids of coders whose decisions go too; those of anybody else stay, except one's own
 */
export function reopenPassage(records: Records, { passages, others, ...ground }: RulingGround & { readonly passages: readonly Places[]; readonly others: ReadonlySet<string> }, { coder }: Pick<Circumstances, 'coder'>): Outcome {
  const about = rulingsOn(placedRulings(records, ground), passages.flat()).filter((one) => one.coder === coder || others.has(one.coder))
  if (about.length === 0) return null
  const theirs = [...new Set(about.flatMap((one) => (one.coder === coder ? [] : [nameOf(records, one.coder)])))].sort()
  return { label: `${labelled('reopen', passages, ground)}${theirs.length === 0 ? '' : `, also for ${theirs.join(', ')}`}`, edits: about.map(withdrawn) }
}

/** The rulings that say something of two places of a passage, or of one of them and another place. */
export const rulingsOn = (rulings: readonly PlacedRuling[], places: Places): readonly Ruling[] =>
  rulings.filter(({ groups }) => groups.some((group) => group.some((one) => places.some((place) => isSamePlace(one, place))))).map(({ ruling }) => ruling)

/** An event's rulings, where their places stand now. */
export const placedRulings = (records: Records, { event, text }: RulingGround): readonly PlacedRuling[] =>
  placeRulings([...records.ruling.values()].filter((one) => one.event === event), { version: (article) => records.article.get(article)?.version ?? null, text })

type Decision = Pick<Ruling, 'verdict'> & { readonly groups: readonly Places[] }

/** Puts decisions on record; the coder's own earlier ones of which nothing is left beside them go, those of others are overruled. */
function decided(records: Records, ground: RulingGround, decisions: readonly Decision[], label: string, at: Circumstances): Change | null {
  const before = [...placedRulings(records, ground)].sort(latestRuling)
  const fresh = decisions.filter((one) => !isInForce(one, before))
  if (fresh.length === 0) return null
  const made = fresh.map(({ verdict, groups }): PlacedRuling => {
    const ruling: Ruling = { id: at.id(), event: ground.event, verdict, groups: groups.map((group) => group.flatMap((place) => anchored(records, place, ground))), coder: at.coder, created: at.now }
    return { ruling, groups }
  })
  if (made.some(({ ruling, groups }) => ruling.groups.some((group, i) => group.length < (groups[i]?.length ?? 0)))) return null
  const own = before.filter(({ ruling }) => ruling.coder === at.coder)
  const superseded = own.filter((one) => made.some((other) => answersAll(other, one))).map(({ ruling }) => ruling)
  return { label, edits: [...superseded.map(withdrawn), ...made.map(({ ruling }): Edit => ({ kind: 'ruling', id: ruling.id, before: null, after: ruling }))] }
}

const withdrawn = (before: Ruling): Edit => ({ kind: 'ruling', id: before.id, before, after: null })

function anchored(records: Records, { article, start, end }: Place, { text }: RulingGround): Ruling['groups'][number] {
  const [record, words] = [records.article.get(article), text(article)]
  return record && words !== undefined && start < end && end <= words.length ? [{ article, version: record.version, ...anchorAt(words, { start, end }) }] : []
}

/** Whether a ruling says of every pair of another one's places whatever it says: nothing is left of the other one if it is the later. */
function answersAll(later: PlacedRuling, earlier: PlacedRuling): boolean {
  // One of which places are lost may be in force again some day.
  const whole = earlier.groups.flat().length === earlier.ruling.groups.flat().length
  return whole && ruledPairs(ruledAs(earlier)).every(isAmong(ruledPairs(ruledAs(later))))
}

/** Whether a ruling says already what is to be decided, and no later one says the contrary of a part of it. */
function isInForce(decision: Decision, latestFirst: readonly PlacedRuling[]): boolean {
  const pairs = ruledPairs(decision)
  const isWanted = isAmong(pairs)
  for (const one of latestFirst) {
    const said = ruledPairs(ruledAs(one))
    if (one.ruling.verdict !== decision.verdict) {
      if (said.some(isWanted)) return false
    } else if (pairs.every(isAmong(said))) return true
  }
  return false
}

const ruledAs = ({ ruling: { verdict }, groups }: PlacedRuling): Decision => ({ verdict, groups })

const isSamePair = ([a, b]: RuledPair, [c, d]: RuledPair): boolean => (isSamePlace(a, c) && isSamePlace(b, d)) || (isSamePlace(a, d) && isSamePlace(b, c))

/** Tells of pairs of places whether they are among these, in either order. */
function isAmong(pairs: readonly RuledPair[]): (pair: RuledPair) => boolean {
  const articles = ([{ article: a }, { article: b }]: RuledPair): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const byArticles = new Map<string, RuledPair[]>()
  for (const pair of pairs) {
    const own = byArticles.get(articles(pair))
    if (own) own.push(pair)
    else byArticles.set(articles(pair), [pair])
  }
  return (pair) => byArticles.get(articles(pair))?.some((other) => isSamePair(pair, other)) ?? false
}

const nameOf = (records: Records, coder: string): string => records.coder.get(coder)?.name ?? 'an unknown coder'

const distinct = (places: Places): Places => places.filter((one, i) => places.findIndex((other) => other.article === one.article && other.start === one.start && other.end === one.end) === i)

const MOST_QUOTED = 60

function quoted([first]: Places, { text, shown = text }: RulingGround): string {
  const words = (first && shown(first.article)?.slice(first.start, first.end).replace(/\s+/gu, ' ').trim()) ?? ''
  const cut = words.length > MOST_QUOTED ? `${words.slice(0, splitsPair(words, MOST_QUOTED) ? MOST_QUOTED - 1 : MOST_QUOTED).replace(/\s+\S*$/u, '')} …` : words
  return words === '' ? 'a shared passage' : `“${cut}”`
}

const labelled = (act: string, passages: readonly Places[], ground: RulingGround): string =>
  `${act} ${passages.length === 1 ? quoted(passages[0] ?? [], ground) : `${passages.length} shared passages`}`
