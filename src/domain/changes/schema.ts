import { z } from 'zod'
import { annotationSchema } from '../project/annotation'
import { articleSchema } from '../project/article'
import { codebookSchema } from '../project/codebook'
import { coderSchema } from '../project/coder'
import { entitySchema } from '../project/entity'
import { eventSchema } from '../project/event'
import { outletSchema } from '../project/outlet'
import { parse } from '../project/parse'
import { projectInfoSchema } from '../project/info'
import type { RecordKind } from '../project/records'
import { rulingSchema } from '../project/ruling'
import { sheetSchema } from '../project/sheet'
import { idSchema, lineSchema } from '../project/values'
import type { Change, Edit } from './change'

const editOf = <K extends string, T>(kind: K, record: z.ZodType<T>) =>
  z.object({ kind: z.literal(kind), id: idSchema, before: record.nullable(), after: record.nullable() }).readonly()

const kinds = ['project', 'coder', 'codebook', 'event', 'article', 'annotation', 'entity', 'outlet', 'ruling', 'sheet'] as const satisfies readonly RecordKind[]

const bareEdit = z.object({ kind: z.enum(kinds), id: idSchema, before: z.unknown(), after: z.unknown() })

/**
 * Edits from outside by their form alone, a tenth of the work: for whoever checks every record before it is used.
 * @throws ParseError
 */
export const parseBareEdits = (data: unknown): readonly Edit[] => parse(z.array(bareEdit), data, 'a part of a change') as readonly Edit[]

/** A change from outside: over IPC, or from a journal on disk. */
export const changeSchema: z.ZodType<Change> = z.object({ label: lineSchema, edits: z.array(z.discriminatedUnion('kind', [
  editOf('project', projectInfoSchema), editOf('coder', coderSchema), editOf('codebook', codebookSchema),
  editOf('event', eventSchema), editOf('article', articleSchema), editOf('annotation', annotationSchema),
  editOf('entity', entitySchema), editOf('outlet', outletSchema), editOf('ruling', rulingSchema), editOf('sheet', sheetSchema),
])).readonly() }).readonly()
