import { sameData, type Edit } from '../changes/change'
import type { Annotation } from '../project/annotation'
import { codeEntries } from '../project/codes'
import type { Codebook } from '../project/codebook'
import type { RecordKind, Records, RecordTypes } from '../project/records'
import type { Sheet } from '../project/sheet'

/** How much of a project goes back: all of it, or what one coder coded. */
export type GoBackScope = { readonly of: 'everything' } | { readonly of: 'coder'; readonly coder: string; readonly fits: (record: Annotation | Sheet) => boolean }

/** What going back would do to the records of one kind. */
export interface Tally {
  /** Those that were there then and are not now. */
  readonly back: number
  readonly changed: number
  /** Those that were not there then. */
  readonly gone: number
}

/** What going back would do, in numbers. */
export interface Differences {
  /** Coder id -> their annotations. */
  readonly annotations: ReadonlyMap<string, Tally>
  readonly articles: Tally
  readonly codes: Tally
  /** Events, entities, outlets, coding sheets, rulings on shared passages, the project's name and memo. */
  readonly others: Tally
}

const kinds = ['project', 'coder', 'codebook', 'event', 'article', 'entity', 'outlet', 'ruling', 'sheet', 'annotation'] as const satisfies readonly RecordKind[]

/**
 * The edits that make the records of now those of then. Who codes in the project and whether its outlets are masked stays as it is:
 * neither is work, and masked outlets must not come to light by accident.
 * @param now,then at least all records that differ
 */
export function* editsBack(now: Records, then: Records, scope: GoBackScope): Iterable<Edit> {
  for (const kind of kinds) {
    for (const id of new Set([...now[kind].keys(), ...then[kind].keys()])) {
      const edit = editOf(kind, id, now, then)
      if (edit && !sameData(edit.before, edit.after) && isMeant(edit, scope)) yield edit
    }
  }
}

function editOf(kind: RecordKind, id: string, now: Records, then: Records): Edit | null {
  const [before, after] = [now[kind].get(id) ?? null, wanted(kind, id, now, then)]
  // There is no project without its description or its codebook.
  if ((kind === 'project' || kind === 'codebook') && (before === null || after === null)) return null
  return { kind, id, before, after } as Edit
}

function wanted(kind: RecordKind, id: string, now: Records, then: Records): RecordTypes[RecordKind] | null {
  if (kind === 'coder') return now.coder.get(id) ?? then.coder.get(id) ?? null
  if (kind !== 'project') return then[kind].get(id) ?? null
  const [present, past] = [now.project.get(id), then.project.get(id)]
  if (!present || !past) return null
  const { masking: _, ...rest } = past
  return present.masking ? { ...rest, masking: present.masking } : rest
}

function isMeant({ kind, before, after }: Edit, scope: GoBackScope): boolean {
  if (scope.of === 'everything') return true
  if (kind !== 'annotation' && kind !== 'sheet') return false
  const own = (record: Annotation | Sheet | null): boolean => record === null || record.coder === scope.coder
  return own(before as Annotation | Sheet | null) && own(after as Annotation | Sheet | null) && (after === null || scope.fits(after as Annotation | Sheet))
}

/** @param now,then at least all records that differ */
export function differences(now: Records, then: Records): Differences {
  const annotations = new Map<string, MutableTally>()
  const [articles, codes, others] = [emptyTally(), emptyTally(), emptyTally()]
  for (const { kind, before, after } of editsBack(now, then, { of: 'everything' })) {
    if (kind === 'codebook') countCodes(codes, before, after)
    else count(kind === 'article' ? articles : kind === 'annotation' ? tallyOf(annotations, (after ?? before)?.coder ?? '') : others, before, after)
  }
  return { annotations, articles, codes, others }
}

type MutableTally = { -readonly [K in keyof Tally]: Tally[K] }
const emptyTally = (): MutableTally => ({ back: 0, changed: 0, gone: 0 })

function tallyOf(tallies: Map<string, MutableTally>, key: string): MutableTally {
  const known = tallies.get(key) ?? emptyTally()
  tallies.set(key, known)
  return known
}

function count(tally: MutableTally, before: unknown, after: unknown): void {
  tally[before === null ? 'back' : after === null ? 'gone' : 'changed'] += 1
}

/** A change of the codebook that is none of its codes counts as one change. */
function countCodes(tally: MutableTally, before: Codebook | null, after: Codebook | null): void {
  const [now, then] = [codesIn(before), codesIn(after)]
  for (const id of new Set([...now.keys(), ...then.keys()])) {
    const [here, there] = [now.get(id) ?? null, then.get(id) ?? null]
    if (!sameData(here, there)) count(tally, here, there)
  }
  if (tally.back + tally.changed + tally.gone === 0) tally.changed += 1
}

function codesIn(codebook: Codebook | null): ReadonlyMap<string, unknown> {
  return new Map(codebook ? [...codeEntries(codebook)].map(([id, { code, path }]) => [id, { path, code: { ...code, codes: [] } }]) : [])
}
