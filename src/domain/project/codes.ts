import type { Annotation, Part } from './annotation'
import type { Code, Codebook, Dimension } from './codebook'
import type { Field, FieldValue } from './field'

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

/** The fields of a code that are parts of the annotation in the text. */
export const rolesOf = (entry: CodeEntry): readonly Field[] => entry.fields.filter((field) => field.kind === 'role')

/** The spans that fill a role; of a field that is no role, none. */
export const partsOf = (annotation: Annotation, field: Field): readonly Part[] => annotation.spans.filter((part) => part.role === field.id)

/** The one passage that was coded, apart from what fills roles where there is more than that; undefined where there are several or none. */
export function passageOf(annotation: Annotation | undefined): Part | undefined {
  const spans = annotation?.spans ?? []
  const passages = spans.filter((part) => part.role === undefined)
  const [only, ...more] = passages.length > 0 ? passages : spans
  return more.length === 0 ? only : undefined
}

/**
 * The fields that are asked of an annotation as it is: those without a condition, and those whose condition holds.
 * Values of the others stay in the annotation and come back with their field; what counts or exports answers goes by this list.
 */
export function shownFields(annotation: Annotation, entry: CodeEntry): readonly Field[] {
  const shown = new Map<string, Field>()
  for (const field of entry.fields) {
    const asked = field.showIf && shown.get(field.showIf.field)
    if (!field.showIf || (asked && meets(valueOf(annotation, asked), field.showIf.is))) shown.set(field.id, field)
  }
  return [...shown.values()]
}

const meets = (value: FieldValue | undefined, allowed: readonly (string | number | boolean)[]): boolean =>
  value !== undefined && (typeof value === 'object' ? value.some((one) => allowed.includes(one)) : allowed.includes(value))

/** The required fields of an annotation that are asked and still empty. */
export function missingFields(annotation: Annotation, entry: CodeEntry): readonly Field[] {
  return shownFields(annotation, entry).filter((field) => field.required && (field.kind === 'role' ? partsOf(annotation, field).length === 0 : isEmpty(valueOf(annotation, field))))
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '') || (typeof value === 'object' && value.length === 0)

/** What an annotation holds at first: the defaults of its code's fields. */
export function defaultsOf(entry: CodeEntry): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(entry.fields.flatMap((field) => (field.default === null ? [] : [[field.id, field.default] as const])))
}

/**
 * The mean of the yes/no (1 and 0), ordinal and number fields that were answered; undefined when the code has no
 * score or nothing was answered.
 */
export function scoreOf(annotation: Annotation, entry: CodeEntry): number | undefined {
  if (entry.code.score === 'none') return undefined
  const items = shownFields(annotation, entry).flatMap((field) => {
    const value = valueOf(annotation, field)
    return typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : []
  })
  return items.length === 0 ? undefined : items.reduce((sum, item) => sum + item, 0) / items.length
}

/** True when the code's definition or rules changed after the annotation was made or last confirmed. */
export const isOutdated = (annotation: Annotation, entry: CodeEntry): boolean => annotation.codebook < entry.code.revised

/** What ids in values stand for. */
export type NameOf = (id: string) => string | undefined

/** How a value reads: the label of the chosen option, an entity's name, or the text itself; several with `; ` between them. */
export function valueLabel(field: Field, value: FieldValue | undefined, nameOf: NameOf): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return value.map((one) => valueLabel(field, one, nameOf)).join('; ')
  switch (field.kind) {
    case 'one-of':
    case 'many-of': return field.options.find((option) => option.id === value)?.label ?? String(value)
    case 'ordinal': return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'yes-no': return value === true ? 'yes' : 'no'
    case 'entity':
    case 'entities': return nameOf(String(value)) ?? String(value)
    default: return String(value)
  }
}

/** The sign of the first ordinal field: how an annotation of a polarity dimension is drawn. */
export function polarity(annotation: Annotation, entry: CodeEntry): 'positive' | 'negative' | 'neutral' {
  const scale = entry.fields.find((field) => field.kind === 'ordinal')
  const value = scale && valueOf(annotation, scale)
  return typeof value !== 'number' || value === 0 ? 'neutral' : value > 0 ? 'positive' : 'negative'
}

/** What stands beside an annotation in the margin: its code's name, or for a polarity dimension value and target. */
export function shortLabel(annotation: Annotation, entry: CodeEntry, nameOf: NameOf): string {
  if (entry.dimension.mark !== 'polarity') return entry.code.name
  const scale = entry.fields.find((field) => field.kind === 'ordinal')
  const target = entry.fields.find((field) => (field.kind === 'text' || field.kind === 'entity') && field.required)
  const parts = [scale && valueLabel(scale, valueOf(annotation, scale), nameOf), target && valueLabel(target, valueOf(annotation, target), nameOf)]
  return parts.filter(Boolean).join(' ') || entry.code.name
}
