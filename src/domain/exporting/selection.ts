import { z } from 'zod'
import { dateSchema, idSchema } from '../project/values'

const some = z.array(idSchema).readonly().nullable()

export const selectionSchema = z.object({
  /** Ids; null for all, as with the others. What is coded of an event comes along when one of its articles does. */
  articles: some,
  events: some,
  coders: some,
  dimensions: some,
  codes: some,
  /** Date of the article or event, both ends included; empty where there is no limit. What has no date is left out where there is one. */
  from: dateSchema,
  to: dateSchema,
  /** Only annotations with every required field filled in. */
  complete: z.boolean(),
}).readonly()

/** Which part of a project is exported. */
export type Selection = z.infer<typeof selectionSchema>
