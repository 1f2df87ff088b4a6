import type { Edit } from '../../domain/changes/change'
import { maskOf, type Mask } from '../../domain/masking/mask'
import { THE, type Records } from '../../domain/project/records'

/** How the coder at work sees the project: made when it is asked for, and anew after what it rests on has changed. */
export class Masked {
  #mask: Mask | null | undefined

  constructor(private readonly records: Records, private readonly coder: string) {}

  /** Null while outlets are to be seen. */
  get mask(): Mask | null {
    const { project, article, outlet } = this.records
    this.#mask ??= maskOf(project.get(THE)?.masking, this.coder, article.values(), outlet.values())
    return this.#mask
  }

  noted(edits: readonly Edit[]): void {
    if (edits.some(restsOn)) this.forget()
  }

  forget(): void {
    this.#mask = undefined
  }
}

function restsOn(edit: Edit): boolean {
  if (edit.kind === 'project') return edit.before?.masking !== edit.after?.masking
  return edit.kind === 'outlet' || (edit.kind === 'article' && edit.before?.outlet !== edit.after?.outlet)
}
