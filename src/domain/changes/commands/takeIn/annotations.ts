import type { Annotation } from '../../../project/annotation'
import { codeEntries, type CodeEntry } from '../../../project/codes'
import { THE, type Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { Work } from './work'

/** Says an annotation of the work as it is said here, all but its id; undefined where what it is about is left out. @param links the work's annotation id -> the one here, where that is known */
export type Translate = (annotation: Annotation, links: ReadonlyMap<string, string> | null) => Annotation | undefined

export interface JoinedAnnotations {
  readonly edits: readonly Edit[]
  /** How many are here already. */
  readonly known: number
  /** How many are about articles that are left out. */
  readonly leftOut: number
}

/**
 * The annotations that are not here yet. The same is one of the same id that says the same, or another one in which the same coder says the same of
 * the same place; a different one of the same id comes in under a fresh one.
 */
export function joinedAnnotations(records: Records, { annotations }: Pick<Work, 'annotations'>, translate: Translate, fresh: () => string): JoinedAnnotations {
  const said = annotations.flatMap((theirs) => {
    const ours = translate(theirs, null)
    return ours ? [{ theirs, key: whatItSays(ours), ours }] : []
  })
  const here = new Here(records)
  const ids = new Map<string, string>()
  // Those of the same id first: none of the others may take their place.
  for (const { theirs, ours, key } of said) if (here.claims(ours.subject, key, theirs.id)) ids.set(theirs.id, theirs.id)
  for (const { theirs, ours, key } of said) {
    const same = ids.has(theirs.id) ? undefined : here.claimAny(ours.subject, key)
    if (same !== undefined) ids.set(theirs.id, same)
  }
  const added = said.filter(({ theirs }) => !ids.has(theirs.id))
  const known = ids.size
  for (const { theirs: { id } } of added) ids.set(id, records.annotation.has(id) ? fresh() : id)
  const edits = added.flatMap(({ theirs }): Edit[] => {
    const id = ids.get(theirs.id), after = translate(theirs, ids)
    return id !== undefined && after ? [{ kind: 'annotation', id, before: null, after: { ...after, id } }] : []
  })
  return { edits, known, leftOut: annotations.length - said.length }
}

/** Annotations here by what they say; each is claimed once, so that what the work says twice is here twice. */
class Here {
  /** Subject -> what is said -> ids. */
  readonly #bySubject = new Map<string, Map<string, Set<string>>>()
  readonly #entries: ReadonlyMap<string, CodeEntry>

  constructor(private readonly records: Records) {
    const codebook = records.codebook.get(THE)
    this.#entries = codebook ? codeEntries(codebook) : new Map()
  }

  claims(subject: string, key: string, id: string): boolean {
    return this.#of(subject).get(key)?.delete(id) ?? false
  }

  claimAny(subject: string, key: string): string | undefined {
    const ids = this.#of(subject).get(key), [first] = ids ?? []
    if (first !== undefined) ids?.delete(first)
    return first
  }

  #of(subject: string): ReadonlyMap<string, Set<string>> {
    const known = this.#bySubject.get(subject)
    if (known) return known
    const byKey = new Map<string, Set<string>>()
    for (const one of this.records.annotationsOf.get(subject)?.values() ?? []) {
      const key = whatItSays(withoutLinks(one, this.#entries.get(one.code)))
      byKey.set(key, (byKey.get(key) ?? new Set()).add(one.id))
    }
    this.#bySubject.set(subject, byKey)
    return byKey
  }
}

function withoutLinks(annotation: Annotation, entry: CodeEntry | undefined): Annotation {
  const links = entry?.fields.filter(({ kind }) => kind === 'link').map(({ id }) => id) ?? []
  return links.length === 0 ? annotation : { ...annotation, values: Object.fromEntries(Object.entries(annotation.values).filter(([id]) => !links.includes(id))) }
}

/** Whatever makes two annotations of an article differ for a reader; links are left out, as they go by ids. */
function whatItSays({ coder, code, unit, spans, values, note, certainty }: Annotation): string {
  const entered = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([coder, code, unit, spans.map(({ start, end, quote, role }) => [start, end, quote, role ?? null]), entered, note, certainty])
}
