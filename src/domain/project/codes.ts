import type { Annotation } from './annotation'
import type { Code, Codebook, Dimension, Field, FieldValue } from './codebook'

/** A code with what it inherits from where it stands in the codebook. */
export interface CodeEntry {
  readonly code: Code
  readonly dimension: Dimension
  /** Names from the dimension down to the code. */
  readonly path: readonly string[]
  /** All fields it asks for: the dimension's, its parents', its own. */
  readonly fields: readonly Field[]
  /** 0 for codes directly under their dimension. */
  readonly depth: number
}

/** Every code of a codebook in reading order, by id. */
export function codeEntries(codebook: Codebook): ReadonlyMap<string, CodeEntry> {
  const found = new Map<string, CodeEntry>()
  const walk = (dimension: Dimension, codes: readonly Code[], path: readonly string[], fields: readonly Field[], depth: number): void => {
    for (const code of codes) {
      const entry = { code, dimension, path: [...path, code.name], fields: [...fields, ...code.fields], depth }
      found.set(code.id, entry)
      walk(dimension, code.codes, entry.path, entry.fields, depth + 1)
    }
  }
  for (const dimension of codebook.dimensions) walk(dimension, dimension.codes, [dimension.name], dimension.fields, 0)
  return found
}

/** All fields any code can ask for, each once, in codebook order: the columns of an export. */
export function allFields(codebook: Codebook): readonly Field[] {
  const found = new Map<string, Field>()
  for (const entry of codeEntries(codebook).values()) for (const field of entry.fields) found.set(field.id, field)
  return [...found.values()]
}

/** What was entered in a field; undefined when nothing was. Field ids are data, so only the values' own keys count. */
export const valueOf = (annotation: Annotation, field: Field): FieldValue | undefined =>
  Object.hasOwn(annotation.values, field.id) ? annotation.values[field.id] : undefined

/** The required fields of an annotation that are still empty. */
export function missingFields(annotation: Annotation, entry: CodeEntry): readonly Field[] {
  return entry.fields.filter((field) => field.required && isEmpty(valueOf(annotation, field)))
}

const isEmpty = (value: FieldValue | undefined): boolean => value === undefined || (typeof value === 'string' && value.trim() === '')

/** How a value reads: the label of the chosen option, or the text itself. */
export function valueLabel(field: Field, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (field.kind === 'one-of') return field.options.find((option) => option.id === value)?.label ?? String(value)
  if (field.kind === 'ordinal') return field.options.find((option) => option.value === value)?.label ?? String(value)
  return String(value)
}

/** The sign of the first ordinal field: how an annotation of a polarity dimension is drawn. */
export function polarity(annotation: Annotation, entry: CodeEntry): 'positive' | 'negative' | 'neutral' {
  const scale = entry.fields.find((field) => field.kind === 'ordinal')
  const value = scale && valueOf(annotation, scale)
  return typeof value !== 'number' || value === 0 ? 'neutral' : value > 0 ? 'positive' : 'negative'
}

/** What stands beside an annotation in the margin: its code's name, or for a polarity dimension value and target. */
export function shortLabel(annotation: Annotation, entry: CodeEntry): string {
  if (entry.dimension.mark !== 'polarity') return entry.code.name
  const scale = entry.fields.find((field) => field.kind === 'ordinal')
  const target = entry.fields.find((field) => field.kind === 'text' && field.required)
  const parts = [scale && valueLabel(scale, valueOf(annotation, scale)), target && valueLabel(target, valueOf(annotation, target))]
  return parts.filter(Boolean).join(' ') || entry.code.name
}
