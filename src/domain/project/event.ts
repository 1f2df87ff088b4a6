import { z } from 'zod'
import { dateSchema, idSchema, lineSchema } from './values'

export const eventSchema = z.object({
  id: idSchema,
  name: lineSchema,
  /** When it happened, as far as known. */
  date: dateSchema,
  variables: z.record(z.string(), lineSchema).default({}),
}).readonly()

/** One story as told by several outlets. Which articles belong to it stands in the articles. */
export type NewsEvent = z.infer<typeof eventSchema>
