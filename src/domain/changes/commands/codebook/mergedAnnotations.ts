import type { Annotation } from '../../../project/annotation'
import type { FieldValue } from '../../../project/field'
import { LONGEST_MEMO } from '../../../project/limits'
import type { Edit } from '../../change'

/** Which codes go into which, when, and the ids of the fields that name another annotation. */
export interface Merging {
  readonly from: ReadonlySet<string>
  readonly into: string
  readonly links: ReadonlySet<string>
  readonly now: string
}

/**
 * What a merge makes of the annotations of one article or event. Of a coder's annotations that come to say the same of the
 * same spans one is kept, which takes over the notes; links to the others lead to it.
 */
export function mergedAnnotations(annotations: readonly Annotation[], { from, into, links, now }: Merging): readonly Edit[] {
  const before = new Map(annotations.filter((one) => one.code === into || from.has(one.code)).sort(intoFirst(into)).map((one) => [one.id, one]))
  const after = new Map<string, Annotation | null>()
  const firsts = new Map<string, string>(), instead = new Map<string, string>()
  for (const one of before.values()) {
    const key = whatItSays(one)
    const first = firsts.get(key)
    const kept = first !== undefined && one.code !== into ? (after.get(first) ?? before.get(first)) : undefined
    const joined = kept && together(kept, one, now)
    if (kept && joined) {
      if (joined !== kept) after.set(kept.id, joined)
      after.set(one.id, null)
      instead.set(one.id, kept.id)
      continue
    }
    if (one.code !== into) after.set(one.id, { ...one, code: into, modified: now })
    if (first === undefined) firsts.set(key, one.id)
  }
  for (const one of instead.size > 0 ? annotations : []) {
    const so = after.get(one.id) ?? one
    const values = relinked(so.values, links, instead)
    if (after.get(one.id) !== null && values !== so.values) after.set(one.id, { ...so, values, modified: now })
  }
  return annotations.flatMap((one): Edit[] => {
    const made = after.get(one.id)
    return made === undefined ? [] : [{ kind: 'annotation', id: one.id, before: one, after: made }]
  })
}

/** Those that have the code already come first, then the oldest, so that everywhere the same one is kept. */
const intoFirst = (into: string) => (a: Annotation, b: Annotation): number =>
  Number(b.code === into) - Number(a.code === into) || (a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1)

const whatItSays = ({ coder, unit, spans, values }: Annotation): string =>
  JSON.stringify([coder, unit, spans.map(({ start, end, role }) => [start, end, role ?? null]), Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))])

/** The kept one with what only the double says; undefined when a note can't hold both notes. */
function together(kept: Annotation, double: Annotation, now: string): Annotation | undefined {
  // Several doubles may say the same.
  const said = `\n${kept.note}\n`.includes(`\n${double.note}\n`)
  const note = said ? kept.note : [kept.note, double.note].filter((one) => one !== '').join('\n')
  const certainty = kept.certainty ?? double.certainty
  if (note.length > LONGEST_MEMO) return undefined
  return note === kept.note && certainty === kept.certainty ? kept : { ...kept, note, certainty, modified: now }
}

function relinked(values: Annotation['values'], links: ReadonlySet<string>, instead: ReadonlyMap<string, string>): Annotation['values'] {
  const moved = Object.entries(values).flatMap(([field, value]): [string, FieldValue][] => {
    const kept = links.has(field) && typeof value === 'string' ? instead.get(value) : undefined
    return kept === undefined ? [] : [[field, kept]]
  })
  return moved.length === 0 ? values : { ...values, ...Object.fromEntries(moved) }
}
