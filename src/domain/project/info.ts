import { z } from 'zod'
import { idSchema, lineSchema, memoSchema, timeSchema } from './values'

export const projectInfoSchema = z.object({ id: idSchema, name: lineSchema, created: timeSchema, memo: memoSchema.default('') }).readonly()

/** What a project is called; the id stays when the folder is copied or renamed. */
export type ProjectInfo = z.infer<typeof projectInfoSchema>
