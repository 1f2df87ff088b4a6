import type { Edit } from '../../domain/changes/change'
import type { Annotation } from '../../domain/project/annotation'
import { annotationsInOrder } from '../../domain/project/records'
import { meetsQuery, type AnnotationQuery } from '../../domain/query/annotationQuery'
import { searchedText, type Finding } from '../../domain/query/finding'
import { Cell } from './cell'
import { entityNames, findingFor } from './findings'
import type { SortBy } from './review'
import type { Session } from './session'
import { Slices } from './slices'

export interface Asked {
  /** Articles and events in the order of the list. */
  readonly subjects: readonly string[]
  readonly query: AnnotationQuery
  readonly sort: SortBy
}

export interface Listed {
  readonly rows: readonly Finding[]
  /** How many there are in those articles and events, whatever is asked. */
  readonly total: number
}

interface Part { readonly found: readonly Finding[]; readonly total: number }

/**
 * The annotations of a project that meet a query, kept in step with it. What was found in an article stays until that
 * article's annotations or the query change, so that an edit costs what it touches; a new query is worked out in slices.
 */
export class AnnotationList {
  /** Null until the first query is answered. */
  readonly listed = new Cell<Listed | null>(null)
  private asked: Asked | undefined
  private parts = new Map<string, Part>()
  private searched = new WeakMap<Annotation, string>()
  /** Grows with everything that makes an answer under way worthless. */
  private round = 0
  private readonly endEdits: () => void

  constructor(private readonly session: Session) {
    this.endEdits = session.onEdits((edits) => { this.follow(edits) })
  }

  ask(asked: Asked): void {
    if (asked.query !== this.asked?.query) this.parts = new Map()
    this.asked = asked
    this.begin()
  }

  end(): void {
    this.round += 1
    this.asked = undefined
    this.endEdits()
  }

  private follow(edits: readonly Edit[]): void {
    for (const edit of edits) {
      if (edit.kind === 'annotation') for (const side of [edit.before, edit.after]) if (side) this.parts.delete(side.subject)
      // A corrected text takes or gives places.
      if (edit.kind === 'article') this.parts.delete(edit.id)
      if (edit.kind !== 'codebook' && edit.kind !== 'entity' && edit.kind !== 'project') continue
      this.parts = new Map()
      this.searched = new WeakMap()
    }
    this.begin()
  }

  private begin(): void {
    this.round += 1
    const round = this.round
    // Once what changed is applied: the watchers of edits hear of it before anybody else.
    queueMicrotask(() => { void this.work(round) })
  }

  private async work(round: number): Promise<void> {
    const { asked } = this
    if (!asked || round !== this.round) return
    const slices = new Slices()
    for (const subject of asked.subjects) {
      if (this.parts.has(subject)) continue
      this.parts.set(subject, this.partOf(subject, asked.query))
      if (!slices.spent) continue
      await slices.rest()
      if (round !== this.round) return
    }
    const parts = asked.subjects.flatMap((subject) => this.parts.get(subject) ?? [])
    this.listed.set({ rows: inOrder(parts.flatMap(({ found }) => found), asked.sort, [...this.session.codes().keys()]), total: parts.reduce((sum, { total }) => sum + total, 0) })
  }

  private partOf(subject: string, query: AnnotationQuery): Part {
    const total = this.session.seen.annotationsOf.get(subject)?.size ?? 0
    if (total === 0) return NOTHING
    const found = annotationsInOrder(this.session.seen, subject).map((one) => findingFor(this.session, one))
    return { total, found: found.filter((one) => meetsQuery(one, query, () => this.textOf(one))) }
  }

  private textOf(finding: Finding): string {
    const known = this.searched.get(finding.annotation)
    if (known !== undefined) return known
    const text = searchedText(finding, entityNames(this.session))
    this.searched.set(finding.annotation, text)
    return text
  }
}

const NOTHING: Part = { found: [], total: 0 }

/** From the order of the text into another one; equal ones stay as they stand. */
function inOrder(rows: readonly Finding[], sort: SortBy, codes: readonly string[]): readonly Finding[] {
  if (sort === 'place') return rows
  if (sort === 'modified') return [...rows].sort(({ annotation: a }, { annotation: b }) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0))
  const groups = new Map<string, Finding[]>(codes.map((id) => [id, []]))
  for (const row of rows) {
    const group = groups.get(row.annotation.code)
    if (group) group.push(row)
    else groups.set(row.annotation.code, [row])
  }
  return [...groups.values()].flat()
}
