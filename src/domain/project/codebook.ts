import { z } from 'zod'
import { colours } from './colours'
import { fieldSchema, levels } from './field'
import { LONGEST_EXAMPLE } from './limits'
import { countSchema, idSchema, lineSchema, memoSchema, timeSchema } from './values'

/** What one act of coding refers to. */
export const units = ['span', 'paragraph', 'article', 'event'] as const

/**
 * How a dimension's codes are drawn besides their colour: a tint under the text, a straight underline,
 * or by the sign of the first ordinal field (dotted for positive, wavy for negative, dashed for none).
 */
const markStyles = ['tint', 'line', 'polarity'] as const

/** A passage that shows what a code means; `from` says where it stands, in words. */
const exampleSchema = z.object({ quote: z.string().min(1).max(LONGEST_EXAMPLE), from: lineSchema.default('') }).readonly()

const codeOwn = z.object({
  id: idSchema,
  name: lineSchema,
  colour: z.enum(colours),
  /** The key that applies it, one lower-case character, or empty. */
  key: z.string().max(2).default(''),
  definition: lineSchema.default(''),
  include: lineSchema.default(''),
  exclude: lineSchema.default(''),
  examples: z.array(exampleSchema).readonly().default([]),
  memo: memoSchema.default(''),
  /** Whether its fields get the keyboard as soon as it is applied. */
  ask: z.enum(['now', 'later']).default('later'),
  /** Whether its score is the mean of its yes/no (1 and 0), ordinal and number fields, as with items of a scale. */
  score: z.enum(['none', 'mean']).default('none'),
  /** The version of the codebook in which its definition or rules last changed; 0 when they never did. */
  revised: countSchema.default(0),
  /** Fields this code asks for besides its dimension's. */
  fields: z.array(fieldSchema).readonly().default([]),
})

export type Code = Readonly<z.infer<typeof codeOwn>> & { readonly codes: readonly Code[] }

export const codeSchema: z.ZodType<Code> = codeOwn.extend({
  get codes() { return z.array(codeSchema).readonly().default([]) },
}).readonly()

export const dimensionSchema = z.object({
  id: idSchema,
  name: lineSchema,
  /** What it is about, and whose scheme it follows. */
  definition: lineSchema.default(''),
  unit: z.enum(units),
  /** Whether one unit takes one code of this dimension or several. */
  choice: z.enum(['one', 'many']),
  level: z.enum(levels),
  mark: z.enum(markStyles),
  /** Fields that every code of the dimension asks for. */
  fields: z.array(fieldSchema).readonly().default([]),
  codes: z.array(codeSchema).readonly(),
}).readonly()

const revisionSchema = z.object({ version: countSchema, at: timeSchema, coder: idSchema, what: lineSchema }).readonly()

export const codebookSchema = z.object({
  name: lineSchema,
  version: countSchema,
  /** What was changed when, oldest first; each entry made the version it names. */
  log: z.array(revisionSchema).readonly().default([]),
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
