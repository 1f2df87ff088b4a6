import type { Annotation } from '../../domain/project/annotation'
import type { Dimension } from '../../domain/project/codebook'
import type { CodeEntry } from '../../domain/project/codes'
import { progressOf, type Progress } from '../../domain/project/progress'
import type { Coded } from '../source'

/** What was coded of one article, or of one event as a whole. */
export interface SubjectCoding {
  readonly kind: 'article' | 'event'
  readonly coded: Coded
}

/** What was coded of what a row stands for, by one coder or by several together. */
export interface UnitCoding {
  /** Annotations by code, in no order. */
  readonly ofCode: ReadonlyMap<string, readonly Annotation[]>
  /**
   * How far a dimension is: `open` where nothing was said about it. Where the row stands for several articles, it is finished
   * when it is in all of them; by several coders, when one of them has finished it.
   */
  readonly progress: (dimension: Dimension) => Progress
}

/**
 * @param subjects the article; or the event with its articles
 * @param coder the one whose coding counts; null for all
 */
export function unitCoding(subjects: readonly SubjectCoding[], coder: string | null, entries: ReadonlyMap<string, CodeEntry>): UnitCoding {
  const ofCode = new Map<string, Annotation[]>()
  for (const { coded } of subjects) {
    for (const one of coded.annotations) {
      if (coder !== null && one.coder !== coder) continue
      const others = ofCode.get(one.code)
      if (others) others.push(one)
      else ofCode.set(one.code, [one])
    }
  }
  const found = new Map<string, Progress>()
  const progress = (dimension: Dimension): Progress => {
    const known = found.get(dimension.id) ?? overall(subjects.filter(({ kind }) => (kind === 'event') === (dimension.unit === 'event')).map(({ coded }) => inOne(coded, coder, dimension, entries)))
    found.set(dimension.id, known)
    return known
  }
  return { ofCode, progress }
}

/** Everybody who coded something of it, or finished a dimension. */
export const codersOf = (subjects: readonly SubjectCoding[]): ReadonlySet<string> =>
  new Set(subjects.flatMap(({ coded }) => [...coded.annotations, ...coded.sheets].map(({ coder }) => coder)))

function inOne({ annotations, sheets }: Coded, coder: string | null, dimension: Dimension, entries: ReadonlyMap<string, CodeEntry>): Progress {
  const own = annotations.filter((one) => (coder === null || one.coder === coder) && entries.get(one.code)?.dimension.id === dimension.id)
  const coders = new Set([...own, ...sheets].map((one) => one.coder))
  const all = [...coders].filter((one) => coder === null || one === coder).map((one) => progressOf(own.filter((a) => a.coder === one), sheets.some((sheet) => sheet.coder === one && sheet.coded.includes(dimension.id)), dimension, entries))
  return (['coded', 'begun', 'none'] as const).find((one) => all.includes(one)) ?? 'open'
}

function overall(all: readonly Progress[]): Progress {
  if (all.every((one) => one === 'open')) return 'open'
  if (all.some((one) => one === 'open' || one === 'begun')) return 'begun'
  return all.includes('coded') ? 'coded' : 'none'
}
