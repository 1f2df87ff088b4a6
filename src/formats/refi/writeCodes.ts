import type { Code, Codebook, Dimension } from '../../domain/project/codebook'
import { colourLines } from '../../domain/project/colours'
import type { Field } from '../../domain/project/field'
import type { JsonObject } from '../json'
import { withBlock } from './block'
import { isUuid, type Guids } from './guids'
import { element, textElement } from './xmlText'

/** What the elements of a codebook depend on. */
export interface CodesAsked {
  readonly guid: Guids
  /** False where no text of an article may leave the project: examples are left out then. */
  readonly examples: boolean
  /** The reference to a code's memo as a note of its own, which only projects have; null where the description holds it. */
  readonly memo: ((code: Code) => string) | null
}

/** `Codes` with a top code for each dimension, to which nothing can be coded; empty where there are none. */
export function codesXml({ dimensions }: Codebook, asked: CodesAsked): string {
  return dimensions.length === 0 ? '' : element('Codes', {}, ...dimensions.map((one) => dimensionXml(one, asked)))
}

function dimensionXml(one: Dimension, asked: CodesAsked): string {
  const { id, name, definition, unit, choice, level, mark, fields } = one
  const lines = [`Coded: ${unit === 'span' || unit === 'paragraph' ? `${unit}s` : `whole ${unit}s`}, ${choice === 'one' ? 'one code each' : 'any number of codes each'}`, ...fields.map(fieldLine)]
  const description = withBlock(definition, lines, { dimension: id, unit, choice, level, mark, fields: someOf(fields) })
  return element('Code', { guid: asked.guid('dimension', id), name, isCodable: 'false' }, textElement('Description', description), ...one.codes.map((code) => codeXml(code, asked)))
}

function codeXml(code: Code, asked: CodesAsked): string {
  const description = withBlock(code.definition, linesOf(code, asked), dataOf(code, asked))
  return element(
    'Code', { guid: asked.guid('code', code.id), name: code.name, isCodable: 'true', color: colourLines[code.colour] },
    description === '' ? '' : textElement('Description', description), code.memo === '' ? '' : asked.memo?.(code) ?? '', ...code.codes.map((under) => codeXml(under, asked)),
  )
}

const linesOf = ({ include, exclude, examples, memo, fields }: Code, asked: CodesAsked): readonly string[] => [
  ...(include === '' ? [] : [`Include: ${include}`]),
  ...(exclude === '' ? [] : [`Exclude: ${exclude}`]),
  ...(asked.examples ? examples.map(({ quote, from }) => `Example: ${quote}${from === '' ? '' : ` (${from})`}`) : []),
  ...(memo === '' || asked.memo ? [] : [`Memo: ${memo}`]),
  ...fields.map(fieldLine),
]

const dataOf = ({ id, include, exclude, examples, memo, key, ask, score, revised, fields }: Code, asked: CodesAsked): JsonObject => ({
  code: isUuid(id) ? undefined : id,
  include: include || undefined,
  exclude: exclude || undefined,
  examples: asked.examples ? someOf(examples) : undefined,
  memo: asked.memo ? undefined : memo || undefined,
  key: key || undefined,
  ask: ask === 'later' ? undefined : ask,
  score: score === 'none' ? undefined : score,
  revised: revised || undefined,
  fields: someOf(fields),
})

function fieldLine(field: Field): string {
  const options = field.kind === 'one-of' || field.kind === 'many-of' || field.kind === 'ordinal' ? `: ${field.options.map(({ label }) => label).join(', ')}` : ''
  return `Asks for: ${field.name} (${field.kind}${options}${field.required ? '; required' : ''})`
}

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
