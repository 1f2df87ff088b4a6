import type { Code, Codebook } from '../../../project/codebook'
import type { Field } from '../../../project/field'
import { sameData } from '../../change'
import { alterCode, placeOf, type Place } from './tree'

type Dimensions = Codebook['dimensions']

/**
 * The dimensions after `from` were merged into another code: that one takes over their examples and nested codes, and its
 * memo says what they were. Where it was nested in one of them, it comes out first. Codes that had fields from a code that
 * goes get them as their own.
 */
export function mergedCodes(codebook: Codebook, from: ReadonlySet<string>, into: Place): Dimensions {
  const gone: Code[] = [], orphans: Code[] = []
  const without = (codes: readonly Code[], lost: readonly Field[]): readonly Code[] => codes.flatMap((code) => {
    if (!from.has(code.id)) return [{ ...code, codes: without(code.codes, lost) }]
    gone.push(code)
    const fields = [...lost, ...code.fields]
    orphans.push(...without(code.codes, fields).map((one) => withFields(one, fields)))
    return []
  })
  const dimensions = lifted(codebook.dimensions, from, into).map((dimension) => ({ ...dimension, codes: without(dimension.codes, []) }))
  const asked = fieldIds(dimensions, into.code.id)
  const unasked = (fields: readonly Field[]): readonly Field[] => fields.filter((field) => !asked.has(field.id))
  return alterCode(dimensions, into.code.id, (code) => [{
    ...code,
    examples: joined(code.examples, gone.flatMap((one) => one.examples)),
    memo: [code.memo, ...gone.map((one) => obituary(one, unasked(one.fields)))].filter((part) => part !== '').join('\n\n'),
    codes: [...code.codes, ...orphans.map((one) => ({ ...one, fields: unasked(one.fields) }))],
  }])
}

/** The dimensions with a code taken out of the codes that go, right before the outermost of them. */
function lifted(dimensions: Dimensions, from: ReadonlySet<string>, { code, parents }: Place): Dimensions {
  const [outermost, ...between] = parents.slice(parents.findIndex((one) => from.has(one.id)))
  if (!outermost || !from.has(outermost.id)) return dimensions
  const own = withFields(code, [outermost, ...between].flatMap((one) => one.fields))
  return alterCode(alterCode(dimensions, code.id, () => []), outermost.id, (one) => [own, one])
}

/** A code that asks for some fields more, above its own. */
const withFields = (code: Code, fields: readonly Field[]): Code =>
  ({ ...code, fields: [...fields.filter((field) => !code.fields.some((own) => own.id === field.id)), ...code.fields] })

/** Ids of all the fields a code asks for. */
function fieldIds(dimensions: Dimensions, id: string): ReadonlySet<string> {
  const place = placeOf({ dimensions }, id)
  return new Set(place && [place.dimension, ...place.parents, place.code].flatMap((one) => one.fields.map((field) => field.id)))
}

const joined = (examples: Code['examples'], more: Code['examples']): Code['examples'] =>
  more.reduce((so, one) => (so.some((other) => sameData(other, one)) ? so : [...so, one]), examples)

/** What is kept of a merged code in the memo of the other: all that somebody wrote about it. */
function obituary({ name, definition, include, exclude, memo }: Code, fields: readonly Field[]): string {
  const lines = [['Definition', definition], ['Include', include], ['Exclude', exclude], ['Memo', memo], ['Fields', fields.map(described).join('; ')]] as const
  return [`Merged with “${name}”.`, ...lines.flatMap(([what, text]) => (text === '' ? [] : [`${what}: ${text}`]))].join('\n')
}

/** A field with what its values stand for, as annotations may still hold some. */
function described(field: Field): string {
  const options = 'options' in field ? field.options.map((one) => `${one.label} = ${'id' in one ? one.id : one.value}`).join(', ') : ''
  return options === '' ? field.name : `${field.name} (${options})`
}
