import { z } from 'zod'
import { countSchema, idSchema, lineSchema } from './values'

/** What one act of coding refers to. */
export const units = ['span', 'paragraph', 'article', 'event'] as const

/** Names of the colours codes are drawn in; each has a tint and a line colour in both themes. */
export const colours = ['amber', 'rust', 'blue', 'teal', 'green', 'violet', 'rose', 'slate'] as const

/**
 * How a dimension's codes are drawn besides their colour: a tint under the text, a straight underline,
 * or by the sign of the first ordinal field (dotted for positive, wavy for negative, dashed for none).
 */
const marks = ['tint', 'line', 'polarity'] as const

const fieldCommon = { id: idSchema, name: lineSchema, required: z.boolean(), hint: lineSchema }

export const fieldSchema = z.discriminatedUnion('kind', [
  z.object({ ...fieldCommon, kind: z.literal('text') }).readonly(),
  z.object({
    ...fieldCommon,
    kind: z.literal('one-of'),
    options: z.array(z.object({ id: idSchema, label: lineSchema }).readonly()).min(1).readonly(),
  }).readonly(),
  z.object({
    ...fieldCommon,
    kind: z.literal('ordinal'),
    options: z.array(z.object({ value: z.number(), label: lineSchema }).readonly()).min(1).readonly(),
  }).readonly(),
])

const codeOwn = z.object({
  id: idSchema,
  name: lineSchema,
  colour: z.enum(colours),
  /** The key that applies it, one lower-case character, or empty. */
  key: z.string().max(2),
  definition: lineSchema,
  include: lineSchema,
  exclude: lineSchema,
  /** Fields this code asks for besides its dimension's. */
  fields: z.array(fieldSchema).readonly(),
})

export type Field = z.infer<typeof fieldSchema>
export type Code = Readonly<z.infer<typeof codeOwn>> & { readonly codes: readonly Code[] }

const codeSchema: z.ZodType<Code> = codeOwn.extend({
  get codes() { return z.array(codeSchema).readonly() },
}).readonly()

export const dimensionSchema = z.object({
  id: idSchema,
  name: lineSchema,
  unit: z.enum(units),
  /** Whether one stretch of text takes one code of this dimension or several. */
  choice: z.enum(['one', 'many']),
  level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']),
  mark: z.enum(marks),
  /** Fields that every code of the dimension asks for. */
  fields: z.array(fieldSchema).readonly(),
  codes: z.array(codeSchema).readonly(),
}).readonly()

export const codebookSchema = z.object({
  name: lineSchema,
  version: countSchema,
  dimensions: z.array(dimensionSchema).readonly(),
}).readonly().superRefine((codebook, context) => {
  const seen = new Set<string>()
  const check = (what: string, name: string): void => {
    if (seen.has(`${what} ${name}`)) context.addIssue({ code: 'custom', path: ['dimensions'], message: `hold the ${what} ${name} twice` })
    seen.add(`${what} ${name}`)
  }
  const walk = (codes: readonly Code[]): void => {
    for (const code of codes) {
      check('code', code.id)
      if (code.key !== '') check('key', code.key)
      walk(code.codes)
    }
  }
  for (const dimension of codebook.dimensions) {
    check('dimension', dimension.id)
    walk(dimension.codes)
  }
})

/** What is coded and how: dimensions, their codes, and the fields codes ask for. */
export type Codebook = z.infer<typeof codebookSchema>
export type Dimension = z.infer<typeof dimensionSchema>
export type FieldValue = string | number
