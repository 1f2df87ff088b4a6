import { decidedNow } from '../../masking/blind'
import type { Annotation, Part } from '../../project/annotation'
import { LONGEST_MEMO } from '../../project/limits'
import { inTextOrder, type Records } from '../../project/records'
import { anchorAt } from '../../text/anchor'
import { unitedSpans } from '../../text/unite'
import type { Span } from '../../text/span'
import type { Circumstances, Outcome } from '../command'
import { takesExcluded } from './excluded'

/**
 * Makes one of several of one's own annotations of the same article and code: the first in the text stays and takes over the
 * spans of the others, the values it lacks and their notes. Null where there is nothing to join, for other units than
 * passages, and where the notes together would be too long.
 * @param text the article's canonical text
 */
export function joinAnnotations(records: Records, { ids, text }: { readonly ids: readonly string[]; readonly text: string }, at: Circumstances): Outcome {
  const all = [...new Set(ids)].flatMap((id) => records.annotation.get(id) ?? []).sort(inTextOrder)
  const [first, ...others] = all
  if (!first || others.length === 0) return null
  if (all.some((one) => one.coder !== at.coder || one.code !== first.code || one.subject !== first.subject || one.unit !== 'span')) return null
  const note = all.map((one) => one.note).filter((text) => text !== '').join('\n')
  if (note.length > LONGEST_MEMO) return null
  const after = decidedNow<Annotation>(records, {
    ...without(first, all),
    spans: unitedParts(text, all.flatMap((one) => one.spans)),
    values: all.reduceRight<Annotation['values']>((so, one) => ({ ...so, ...one.values }), {}),
    note,
    certainty: all.find((one) => one.certainty !== null)?.certainty ?? null,
    modified: at.now,
  })
  return {
    label: all.length === 2 ? 'join two annotations' : `join ${all.length} annotations`,
    edits: [{ kind: 'annotation', id: first.id, before: first, after }, ...others.map((one) => ({ kind: 'annotation', id: one.id, before: one, after: null } as const))],
  }
}

/** Adds a further stretch to one's own annotation that has no roles; what touches becomes one. Null where text is excluded. */
export function extendBy(records: Records, { annotation, text, span }: { readonly annotation: string; readonly text: string; readonly span: Span }, at: Circumstances): Outcome {
  const before = records.annotation.get(annotation)
  if (!before || before.coder !== at.coder || before.unit !== 'span' || before.spans.some((part) => part.role !== undefined)) return null
  if (takesExcluded(records, before.subject, [span], before.spans)) return null
  const spans = unitedParts(text, [...before.spans, anchorAt(text, span)])
  if (spans.length === before.spans.length && spans.every((part, i) => part.start === before.spans[i]?.start && part.end === before.spans[i]?.end)) return null
  return { label: 'add a part', edits: [{ kind: 'annotation', id: annotation, before, after: decidedNow(records, { ...before, spans, modified: at.now }) }] }
}

/** Parts in text order, those of one role that touch made one. */
function unitedParts(text: string, parts: readonly Part[]): readonly Part[] {
  const roles = [...new Set(parts.map((part) => part.role))]
  const united = roles.flatMap((role) => unitedSpans(text, parts.filter((part) => part.role === role)).map((span): Part => (role === undefined ? anchorAt(text, span) : { ...anchorAt(text, span), role })))
  return united.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** What was made of several is blind only where all of them were. */
function without(first: Annotation, all: readonly Annotation[]): Annotation {
  const { blind: _seen, ...rest } = first
  return all.every(({ blind }) => blind) ? first : rest
}
