import type { Edit } from '../../domain/changes/change'
import { maskOf, type Mask } from '../../domain/masking/mask'
import type { Annotation } from '../../domain/project/annotation'
import { THE, type Records } from '../../domain/project/records'
import { SeenMap } from './seenMap'

/** How the coder at work sees the project: made when it is asked for, and anew after what it rests on has changed. */
export class Masked {
  #mask: Mask | null | undefined
  #seen: Records | undefined

  constructor(private readonly records: Records, private readonly coder: string) {}

  /** Null while outlets are to be seen. */
  get mask(): Mask | null {
    const { project, article, outlet } = this.records
    this.#mask ??= maskOf(project.get(THE)?.masking, this.coder, article.values(), outlet.values())
    return this.#mask
  }

  /**
   * The records as they are shown. While outlets are masked these are others than the project's: whatever is changed starts
   * from the project's own.
   */
  get seen(): Records {
    const { mask } = this
    if (mask === null) return this.records
    this.#seen ??= seenRecords(this.records, mask)
    return this.#seen
  }

  /** Hears of every change. @returns whether all that is shown may read differently now */
  noted(edits: readonly Edit[]): boolean {
    const other = edits.some(restsOn)
    if (other) this.forget()
    return other
  }

  forget(): void {
    this.#mask = undefined
    this.#seen = undefined
  }
}

function restsOn(edit: Edit): boolean {
  if (edit.kind === 'project') return edit.before?.masking !== edit.after?.masking
  return edit.kind === 'outlet' || (edit.kind === 'article' && edit.before?.outlet !== edit.after?.outlet)
}

function seenRecords(records: Records, mask: Mask): Records {
  const known = new WeakMap<Annotation, Annotation>()
  const annotation = (one: Annotation): Annotation => {
    const found = known.get(one)
    if (found) return found
    const article = records.article.get(one.subject)
    const shown = article ? { ...one, spans: one.spans.map((span) => ({ ...span, quote: mask.quote(article, span), prefix: '', suffix: '' })) } : one
    known.set(one, shown)
    return shown
  }
  return {
    ...records,
    article: new SeenMap(records.article, (one) => mask.article(one)),
    // What is known of outlets tells which they are.
    outlet: new Map(),
    annotation: new SeenMap(records.annotation, annotation),
    annotationsOf: new SeenMap(records.annotationsOf, (group) => new SeenMap(group, annotation)),
  }
}
