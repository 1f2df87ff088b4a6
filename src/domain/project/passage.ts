import { z } from 'zod'
import { countSchema } from './values'

/** Why a passage may not belong to what the outlet tells. */
export const passageReasons = [
  'advertisement', 'sharing', 'error', 'comments', 'channel', 'teaser', 'repeated', 'running-head', 'page-number', 'by-hand',
] as const

/** Proposed by Synoptic and not yet decided; excluded from coding and counting; or kept as text like any other. */
export const passageStates = ['proposed', 'excluded', 'kept'] as const

export const passageSchema = z.object({
  /** UTF-16 offsets into the canonical text, half-open. */
  start: countSchema,
  end: countSchema,
  /** The passage itself: the same line in another article is found by it. */
  quote: z.string(),
  reason: z.enum(passageReasons),
  state: z.enum(passageStates),
  /** Words in it: excluding it takes so many from the article's count. */
  words: countSchema,
}).readonly()
  .refine((one) => one.end - one.start === one.quote.length && one.quote !== '', { path: ['quote'], message: 'must be as long as its span' })

/** A line or more that may be boilerplate. It stays in the text whatever is decided. */
export type Passage = z.infer<typeof passageSchema>
export type PassageReason = (typeof passageReasons)[number]
export type PassageState = (typeof passageStates)[number]
