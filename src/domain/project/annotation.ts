import { z } from 'zod'
import { units } from './codebook'
import { countSchema, idSchema, timeSchema } from './values'

const anchorSchema = z.object({
  start: countSchema,
  end: countSchema,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
}).readonly()
  .refine((a) => a.start < a.end, { path: ['end'], message: 'must be greater than start' })
  .refine((a) => a.end - a.start === a.quote.length, { path: ['quote'], message: 'must be as long as its span' })

export const annotationSchema = z.object({
  id: idSchema,
  article: idSchema,
  coder: idSchema,
  code: idSchema,
  unit: z.enum(units),
  /** In text order; gaps and overlaps with other annotations are normal. */
  spans: z.array(anchorSchema).readonly(),
  /** Field id -> what was entered: text, an option's id, or an ordinal's number. Absent means empty. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  note: z.string(),
  /** Version of the codebook it was made under. */
  codebook: countSchema,
  created: timeSchema,
  modified: timeSchema,
}).readonly()
  .refine((a) => a.unit !== 'span' || a.spans.length > 0, { path: ['spans'], message: 'must hold at least one span' })

/** One coder's application of one code. */
export type Annotation = z.infer<typeof annotationSchema>
