import type { Coder } from '../../domain/project/coder'
import { LONGEST_LINE } from '../../domain/project/limits'
import type { RawWork } from './rawWork'
import type { WorkIds } from './workIds'

/** The coders of others' work; whoever coded without a name is one of them, as soon as somebody asks for them. */
export class WorkCoders {
  readonly #known: Map<string, Coder>
  #nobody: Coder | undefined

  constructor(private readonly work: RawWork, private readonly ids: WorkIds, private readonly now: string) {
    this.#known = new Map(work.coders.map(({ key, name }) => [key, { id: ids('coder', key, name), name: name.slice(0, LONGEST_LINE) || key, joined: now }]))
  }

  /** @param key null, or one that the file does not explain, for whoever has no name */
  idOf(key: string | null): string {
    const known = key === null ? undefined : this.#known.get(key)
    if (known) return known.id
    this.#nobody ??= { id: this.ids('coder', '', ''), name: `Unnamed coder (${this.work.program || this.work.format})`, joined: this.now }
    return this.#nobody.id
  }

  get all(): readonly Coder[] {
    return [...this.#known.values(), ...(this.#nobody ? [this.#nobody] : [])]
  }
}
