import type { Annotation } from '../../domain/project/annotation'
import type { Code, Codebook } from '../../domain/project/codebook'
import { codeEntries, shownFields, valueLabel, valueOf, type CodeEntry } from '../../domain/project/codes'
import { colourLines } from '../../domain/project/colours'
import type { Field, FieldValue } from '../../domain/project/field'
import { codeLabels } from '../interchange/labels'

/** A codebook as brat names its parts. */
export interface BratTypes {
  readonly entries: ReadonlyMap<string, CodeEntry>
  /** Labels of codes by id, as in other formats. */
  readonly labels: ReadonlyMap<string, string>
  /** Names of codes by id: their paths in ASCII letters and digits, as brat's names are. */
  readonly types: ReadonlyMap<string, string>
  /** Fields that are attributes, with their names and those of their values. */
  readonly attributes: ReadonlyMap<string, { readonly name: string; readonly field: Field; readonly values: ReadonlyMap<string, string> | null }>
}

export function bratTypes(codebook: Codebook): BratTypes {
  const entries = codeEntries(codebook), used = new Set<string>(), names = new Set<string>()
  const attributes = new Map<string, { name: string; field: Field; values: ReadonlyMap<string, string> | null }>()
  for (const field of [...entries.values()].flatMap((entry) => entry.fields)) {
    const labels = field.kind === 'one-of' ? field.options.map(({ label }) => label) : field.kind === 'ordinal' ? field.options.map(({ label }) => label) : null
    if ((!labels && field.kind !== 'yes-no') || attributes.has(field.id)) continue
    const taken = new Set<string>()
    attributes.set(field.id, { name: free(field.name, names, 'Field'), field, values: labels && new Map(labels.map((label) => [label, free(label, taken, 'value')])) })
  }
  const labels = codeLabels(codebook)
  return { entries, labels, types: new Map([...labels].map(([id, label]) => [id, free(label, used, 'Code')])), attributes }
}

/** `_` for whatever brat's names can't have, with a number behind it where that is taken. */
function free(name: string, used: Set<string>, otherwise: string): string {
  const signed = name.replace(/^[−-](?=\d)/, 'minus ').replace(/^\+(?=\d)/, 'plus ')
  const wanted = signed.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || otherwise
  let free = wanted
  for (let n = 2; used.has(free); n += 1) free = `${wanted}_${n}`
  used.add(free)
  return free
}

/** The attributes of an annotation: name, and value unless it is there or not. */
export function* attributesOf(annotation: Annotation, { entries, attributes }: BratTypes): Generator<readonly string[]> {
  const entry = entries.get(annotation.code)
  for (const field of entry ? shownFields(annotation, entry) : []) {
    const known = attributes.get(field.id), value = valueOf(annotation, field)
    if (!known || value === undefined) continue
    const named = known.values?.get(valueLabel(field, value, () => undefined))
    if (named !== undefined) yield [known.name, named]
    else if (value === true) yield [known.name]
  }
}

/** An attribute as it stands in a file, as a value of the field that it is of. */
export function valueIn({ attributes }: BratTypes, name: string, value: string | true): readonly [field: string, value: FieldValue] | undefined {
  const known = [...attributes.values()].find((one) => one.name === name)
  if (!known) return undefined
  const { field, values } = known
  if (!values) return [field.id, true]
  const label = [...values].find(([, named]) => named === value)?.[0]
  if (field.kind === 'one-of') return inside(field.id, field.options.find((one) => one.label === label)?.id)
  return field.kind === 'ordinal' ? inside(field.id, field.options.find((one) => one.label === label)?.value) : undefined
}

const inside = (id: string, value: FieldValue | undefined): readonly [string, FieldValue] | undefined => (value === undefined ? undefined : [id, value])

/** `annotation.conf`: which codes, under which, and which attributes with which values there are. */
export function annotationConf({ dimensions }: Codebook, { types, attributes }: BratTypes): string {
  const lines = (codes: readonly Code[], depth: number): string[] => codes.flatMap((code) => [`${'\t'.repeat(depth)}${types.get(code.id) ?? ''}`, ...lines(code.codes, depth + 1)])
  const values = ({ name, values: some }: { readonly name: string; readonly values: ReadonlyMap<string, string> | null }): string => `${name}\tArg:<ENTITY>${some ? `, Value:${[...some.values()].join('|')}` : ''}`
  return ['[entities]', ...dimensions.flatMap(({ codes }) => lines(codes, 0)), '', '[relations]', '', '<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>', '', '[events]', '', '[attributes]', ...[...attributes.values()].map(values), ''].join('\n')
}

/** `visual.conf`: what types are called in full, and their colours. */
export function visualConf({ types, entries, labels }: BratTypes): string {
  return [
    '[labels]', ...[...types].map(([id, type]) => `${type} | ${(labels.get(id) ?? '').replaceAll('|', '¦')} | ${(entries.get(id)?.code.name ?? '').replace(/[\s|\p{Control}]+/gu, ' ')}`), '',
    '[drawing]', 'SPAN_DEFAULT\tfgColor:white, bgColor:#56606e, borderColor:darken', ...[...types].map(([id, type]) => `${type}\tbgColor:${colourLines[entries.get(id)?.code.colour ?? 'slate']}`), '',
  ].join('\n')
}
