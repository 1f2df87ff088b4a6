import { z } from 'zod'
import { idSchema, lineSchema } from './values'

export const outletSchema = z.object({
  id: idSchema,
  /** As articles name it. */
  name: lineSchema,
  /** Other ways sources write it: what comes in under one of them gets the name. */
  aliases: z.array(lineSchema).readonly(),
  /** What is known of it, such as `country`, `leaning` or `type`; what is unknown is absent. */
  variables: z.record(z.string(), lineSchema),
}).readonly()

/** What a project knows of an outlet. Outlets nothing is known of have no record: their name in the articles is enough. */
export type Outlet = z.infer<typeof outletSchema>
