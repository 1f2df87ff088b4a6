import { z } from 'zod'
import { entityKinds } from './entityKinds'
import { idSchema, lineSchema, memoSchema } from './values'

export const entitySchema = z.object({
  id: idSchema,
  name: lineSchema,
  kind: z.enum(entityKinds),
  /** Other ways it is called in the texts. */
  aliases: z.array(lineSchema).readonly(),
  memo: memoSchema.default(''),
}).readonly()

/** Somebody or something that speaks or is spoken of; one register for all outlets. */
export type Entity = z.infer<typeof entitySchema>
