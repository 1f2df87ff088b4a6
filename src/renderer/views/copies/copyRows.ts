import { copyGroups } from '../../../domain/align/copyGroups'
import { shareOf, type LikePair } from '../../../domain/align/nearDuplicates'
import type { Article } from '../../../domain/project/article'
import { decidedCopies } from '../../../domain/project/copies'
import { inOrder } from '../../../domain/project/order'
import type { Records } from '../../../domain/project/records'

/** A group of near-duplicates as it is shown. */
export interface CopyRow {
  readonly key: string
  /** The fullest version first, then in reading order. */
  readonly articles: readonly Article[]
  /** Article -> share it has in common with the fullest version, or with the one most like it; absent when not looked for. */
  readonly shares: ReadonlyMap<string, number>
  /** Null while something of it is open. */
  readonly decision: 'linked' | 'kept' | null
}

/** Groups with at least the share asked for of which something is still to be decided. */
export function openRows(records: Records, pairs: readonly LikePair[], share: number): readonly CopyRow[] {
  const here = pairs.filter(({ a, b }) => records.article.has(a) && records.article.has(b))
  return copyGroups(here, share).flatMap(({ articles: ids, pairs: own }) => {
    const articles = ids.flatMap((id) => records.article.get(id) ?? [])
    if (articles.every((one) => one.copies !== null)) return []
    return [rowOf(`open ${[...ids].sort().join(' ')}`, articles, own, null)]
  })
}

/** What was decided, the latest articles first. */
export function decidedRows(records: Records, pairs: readonly LikePair[]): readonly CopyRow[] {
  const groupOf = (id: string): string | undefined => records.article.get(id)?.copies?.group
  const own = new Map<string, LikePair[]>()
  for (const pair of pairs) {
    const group = groupOf(pair.a)
    if (group === undefined || group !== groupOf(pair.b)) continue
    const known = own.get(group)
    if (known) known.push(pair)
    else own.set(group, [pair])
  }
  return [...decidedCopies(records).values()].reverse().map(({ group, decision, articles }) => rowOf(group, articles, own.get(group) ?? [], decision))
}

function rowOf(key: string, all: readonly Article[], pairs: readonly LikePair[], decision: CopyRow['decision']): CopyRow {
  const fullest = all.reduce((so, one) => (one.words > so.words ? one : so))
  const articles = [fullest, ...inOrder(all.filter((one) => one !== fullest))]
  const shares = new Map<string, number>()
  const withFullest = new Set<string>()
  for (const pair of pairs) {
    for (const [one, other] of [[pair.a, pair.b], [pair.b, pair.a]] as const) {
      if (other === fullest.id) withFullest.add(one)
      else if (withFullest.has(one) || one === fullest.id) continue
      shares.set(one, other === fullest.id ? shareOf(pair) : Math.max(shareOf(pair), shares.get(one) ?? 0))
    }
  }
  return { key, articles, shares, decision }
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** The least and the greatest share of a group. */
export function sharesOf({ shares }: CopyRow): string {
  const all = [...shares.values()].map((share) => Math.round(share * 100))
  if (all.length === 0) return ''
  const [least, most] = [Math.min(...all), Math.max(...all)]
  return least === most ? `${least} %` : `${least}–${most} %`
}

/** The first and the last day of a group. */
export function daysOf(articles: readonly Article[]): string {
  const days = articles.map(({ date }) => date).filter(Boolean).sort()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  return first === last ? first : `${first} to ${last}`
}
