import { z } from 'zod'
import { idSchema, lineSchema, memoSchema, timeSchema } from './values'

const maskingSchema = z.object({
  /** Whether outlets are hidden at present. */
  on: z.boolean(),
  /** What the labels of outlets and the order of articles are shuffled by, for each coder in another way; made once. */
  seed: lineSchema,
  /** The outlets there were when masking was first switched on: their labels stay when others come in. */
  outlets: z.array(lineSchema).readonly(),
  /** Those that had come in each time it was switched on again: each lot gets the labels that follow. */
  later: z.array(z.array(lineSchema).readonly()).readonly().optional(),
}).readonly()

export const projectInfoSchema = z.object({
  id: idSchema,
  name: lineSchema,
  created: timeSchema,
  memo: memoSchema.default(''),
  /** Absent while outlets were never masked. */
  masking: maskingSchema.optional(),
}).readonly()

/** What a project is called, and whether its outlets are masked; the id stays when the folder is copied or renamed. */
export type ProjectInfo = z.infer<typeof projectInfoSchema>
/** How outlets are hidden while coding. */
export type Masking = NonNullable<ProjectInfo['masking']>
