import { z } from 'zod'
import { idSchema, memoSchema, timeSchema } from './values'

export const sheetSchema = z.object({
  id: idSchema,
  coder: idSchema,
  /** An article's or an event's id. */
  subject: idSchema,
  /** Ids of the dimensions the coder has finished here: with no annotation of one, that is "coded: none". */
  coded: z.array(idSchema).readonly(),
  memo: memoSchema,
  modified: timeSchema,
}).readonly()

/** One coder's coding sheet for an article or an event; there is none before the coder says anything about it. */
export type Sheet = z.infer<typeof sheetSchema>
