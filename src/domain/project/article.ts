import { z } from 'zod'
import { passageSchema } from './passage'
import { countSchema, dateSchema, hashSchema, idSchema, lineSchema, timeSchema } from './values'

const headingSchema = z.object({ start: countSchema, end: countSchema, level: z.int().min(1).max(6) }).readonly()

/** A text that a later version took the place of. */
const earlierSchema = z.object({ version: z.int().min(1), hash: hashSchema, length: countSchema, words: countSchema, passages: z.array(passageSchema).readonly(), headings: z.array(headingSchema).readonly() }).readonly()

const sourceSchema = z.object({
  /** The file's name without folders. */
  file: lineSchema,
  /** Name of the encoding its bytes were read in, as in the WHATWG standard; empty for files that are no text. */
  encoding: lineSchema,
  bytes: countSchema,
  hash: hashSchema,
  /** What kind of file it was: an importer's id. */
  kind: lineSchema.default('text'),
  /** Which article of the file it is, from 1; 0 where the file is the article. */
  part: countSchema.default(0),
}).readonly()

export const articleSchema = z.object({
  id: idSchema,
  /** The outlet's name as the project calls it (see `Outlet`); empty when unknown. */
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
  /** Words of the canonical text without what is excluded of it. */
  words: countSchema,
  /** Length of the canonical text in UTF-16 units. */
  length: countSchema,
  /** SHA-256 of the canonical text as UTF-8. The text itself is immutable. */
  hash: hashSchema,
  /** Version of the text, from 1: a correction makes a new one, with a number that was never used before. */
  version: z.int().min(1).default(1),
  /** Versions before this one, the oldest first. */
  earlier: z.array(earlierSchema).readonly().default([]),
  /** What may be boilerplate in it, in the order of the text, none overlapping. */
  passages: z.array(passageSchema).readonly().default([]),
  /** Which lines are headings, in the order of the text. */
  headings: z.array(headingSchema).readonly().default([]),
  /** What was decided about texts that are much like it; articles decided together share `group`. Null while nothing was. */
  copies: z.object({ group: idSchema, decision: z.enum(['linked', 'kept']) }).readonly().nullable().default(null),
  source: sourceSchema,
  imported: timeSchema,
}).readonly()

/** An article without its text, which is kept apart, one file a version. */
export type Article = z.infer<typeof articleSchema>
/** A line that is a heading, as its source says: UTF-16 offsets, half-open, and its level. */
export type Heading = z.infer<typeof headingSchema>

/** What an article begins with besides what its source says. */
export const untouched = {
  byline: '', section: '', language: '', url: '', event: null, variables: {}, version: 1, earlier: [], passages: [], headings: [], copies: null,
} as const satisfies Partial<Article>
