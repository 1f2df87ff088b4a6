import { sameData, type Edit } from '../../domain/changes/change'
import { maskOf, type Mask } from '../../domain/masking/mask'
import type { Annotation } from '../../domain/project/annotation'
import { THE, type Records } from '../../domain/project/records'
import { SeenMap } from './seenMap'

/** How the coder at work sees the project: made when it is asked for, and anew after what it rests on has changed. */
export class Masked {
  #mask: Mask | null | undefined
  #seen: Records | undefined

  /** @param textOf an article's text, if it was read; quotations are cut out of it */
  constructor(private readonly records: Records, private readonly coder: string, private readonly textOf: (article: string) => string | undefined = () => undefined) {}

  /** Null while outlets are to be seen. */
  get mask(): Mask | null {
    const { project, article, outlet } = this.records
    this.#mask ??= maskOf(project.get(THE)?.masking, this.coder, article, outlet.values())
    return this.#mask
  }

  /**
   * The records as they are shown. While outlets are masked these are others than the project's: whatever is changed starts
   * from the project's own.
   */
  get seen(): Records {
    const { mask } = this
    if (mask === null) return this.records
    this.#seen ??= seenRecords(this.records, mask, this.textOf)
    return this.#seen
  }

  /** Hears of every change. @returns whether the mask appeared, went or is another one now */
  noted(edits: readonly Edit[]): boolean {
    const before = this.#mask
    const turned = edits.some((edit) => edit.kind === 'project' && !sameData(edit.before?.masking, edit.after?.masking))
    const other = turned || (before != null && edits.some((edit) => changes(before, edit)))
    if (other) this.forget()
    return other
  }

  forget(): void {
    this.#mask = undefined
    this.#seen = undefined
  }
}

/** Articles are masked one by one: only an outlet that has no label yet makes another mask, and what outlets are called. */
const changes = (mask: Mask, edit: Edit): boolean =>
  edit.kind === 'outlet' || (edit.kind === 'article' && edit.after !== null && !mask.knows(edit.after.outlet))

function seenRecords(records: Records, mask: Mask, textOf: (article: string) => string | undefined): Records {
  const known = new WeakMap<Annotation, { readonly shown: Annotation; readonly text: string | undefined }>()
  const annotation = (one: Annotation): Annotation => {
    const text = textOf(one.subject)
    const found = known.get(one)
    if (found?.text === text && found) return found.shown
    const article = records.article.get(one.subject)
    const shown = article ? mask.annotation(article, one, text) : one
    known.set(one, { shown, text })
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
