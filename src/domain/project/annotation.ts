import { z } from 'zod'
import { units } from './codebook'
import { valueSchema } from './field'
import { countSchema, idSchema, memoSchema, timeSchema } from './values'

const anchorSchema = z.object({
  start: countSchema,
  end: countSchema,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** The field of kind `role` it fills; absent where the code has no roles. */
  role: idSchema.optional(),
}).readonly()
  .refine((a) => a.start < a.end, { path: ['end'], message: 'must be greater than start' })
  .refine((a) => a.end - a.start === a.quote.length, { path: ['quote'], message: 'must be as long as its span' })

/** How sure the coder is. */
export const certainties = ['low', 'medium', 'high'] as const

export const annotationSchema = z.object({
  id: idSchema,
  /** What was coded: an article's id, or an event's where `unit` is `event`. */
  subject: idSchema,
  coder: idSchema,
  code: idSchema,
  unit: z.enum(units),
  /** In text order; gaps and overlaps with other annotations are normal. Empty for articles and events as a whole. */
  spans: z.array(anchorSchema).readonly(),
  /** Field id -> what was entered. Absent means empty. What fills a role stands in `spans`. */
  values: z.record(z.string(), valueSchema).readonly(),
  /** The coder's memo on it. */
  note: memoSchema,
  /** Null while the coder has said nothing about it. */
  certainty: z.enum(certainties).nullable().default(null),
  /** Version of the text that `spans` count in; when it is not the article's, the passage was not found again after a correction. */
  textVersion: z.int().min(1).default(1),
  /** Version of the codebook it was made, or last confirmed, under. */
  codebook: countSchema,
  /** True where it was coded, and never recoded since, without its outlet being seen; absent otherwise. */
  blind: z.literal(true).optional(),
  created: timeSchema,
  modified: timeSchema,
}).readonly()
  .refine((a) => (a.unit !== 'span' && a.unit !== 'paragraph') || a.spans.length > 0, { path: ['spans'], message: 'must hold at least one span' })

/** One coder's application of one code. */
export type Annotation = z.infer<typeof annotationSchema>
/** A span of an annotation. */
export type Part = Annotation['spans'][number]
