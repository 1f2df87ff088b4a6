import { z } from 'zod'
import { annotationSchema } from '../project/annotation'
import { articleSchema } from '../project/article'
import { codebookSchema } from '../project/codebook'
import { coderSchema } from '../project/coder'
import { entitySchema } from '../project/entity'
import { eventSchema } from '../project/event'
import { projectInfoSchema } from '../project/info'
import { sheetSchema } from '../project/sheet'
import { idSchema, lineSchema } from '../project/values'
import type { Change, Edit } from './change'

const editOf = <K extends string, T>(kind: K, record: z.ZodType<T>) =>
  z.object({ kind: z.literal(kind), id: idSchema, before: record.nullable(), after: record.nullable() }).readonly()

/** Edits from outside: a part of a change, or all of one. */
export const editsSchema: z.ZodType<readonly Edit[]> = z.array(z.discriminatedUnion('kind', [
  editOf('project', projectInfoSchema), editOf('coder', coderSchema), editOf('codebook', codebookSchema),
  editOf('event', eventSchema), editOf('article', articleSchema), editOf('annotation', annotationSchema),
  editOf('entity', entitySchema), editOf('sheet', sheetSchema),
])).readonly()

/** A change from outside: over IPC, or from a journal on disk. */
export const changeSchema: z.ZodType<Change> = z.object({ label: lineSchema, edits: editsSchema }).readonly()
