import { z } from 'zod'
import { idSchema, lineSchema, timeSchema } from './values'

export const coderSchema = z.object({ id: idSchema, name: lineSchema, joined: timeSchema }).readonly()

/** Somebody who codes in this project. The id names the folder of their annotations. */
export type Coder = z.infer<typeof coderSchema>
