import { z } from 'zod'
import { countSchema, idSchema, timeSchema } from './values'

/** A place in an article as it was decided on: found again by its words when the text is corrected. */
const ruledPlaceSchema = z.object({
  article: idSchema,
  /** Version of the text that the offsets count in. */
  version: z.int().min(1),
  /** UTF-16 offsets, half-open. */
  start: countSchema,
  end: countSchema,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
}).readonly()
  .refine((one) => one.end - one.start === one.quote.length && one.quote !== '', { path: ['quote'], message: 'must be as long as its span' })

export const rulingSchema = z.object({
  id: idSchema,
  /** The event whose articles it is about. */
  event: idSchema,
  /** `together`: all these places say the same. `apart`: those of one group don't say the same as those of another; nothing is said of places within a group. */
  verdict: z.enum(['together', 'apart']),
  /** One group for `together`, two or more for `apart`. */
  groups: z.array(z.array(ruledPlaceSchema).min(1).readonly()).min(1).readonly(),
  coder: idSchema,
  created: timeSchema,
}).readonly()
  .refine(({ verdict, groups }) => (verdict === 'together' ? groups.length === 1 : groups.length > 1), { path: ['groups'], message: 'must be one for “together”, two or more for “apart”' })

/** What a researcher decided on passages of an event; where two contradict each other the later one holds. */
export type Ruling = z.infer<typeof rulingSchema>
