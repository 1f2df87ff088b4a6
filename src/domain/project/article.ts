import { z } from 'zod'
import { countSchema, dateSchema, hashSchema, idSchema, lineSchema, timeSchema } from './values'

/** How the bytes of a source were read. */
export const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'Windows-1252'] as const

export const articleSchema = z.object({
  id: idSchema,
  outlet: lineSchema,
  headline: lineSchema,
  date: dateSchema,
  byline: lineSchema,
  section: lineSchema,
  /** BCP 47 tag, or empty when unknown. */
  language: lineSchema,
  url: lineSchema,
  /** The event it belongs to, or null. */
  event: idSchema.nullable(),
  variables: z.record(z.string(), lineSchema),
  words: countSchema,
  /** Length of the canonical text in UTF-16 units. */
  length: countSchema,
  /** SHA-256 of the canonical text as UTF-8. The text itself is immutable. */
  hash: hashSchema,
  /** The file it came from: its name without folders, and how its bytes were read. */
  source: z.object({ file: lineSchema, encoding: z.enum(encodings), bytes: countSchema, hash: hashSchema }).readonly(),
  imported: timeSchema,
}).readonly()

/** An article without its text, which is kept apart (`articles/text/<id>.txt`). */
export type Article = z.infer<typeof articleSchema>
export type Encoding = (typeof encodings)[number]
