import { z } from 'zod'
import { idSchema } from '../project/values'
import { exportFormats, scriptKinds, shapes } from './kinds'
import { selectionSchema } from './selection'

export const orderSchema = z.object({
  shape: z.enum(shapes),
  format: z.enum(exportFormats),
  selection: selectionSchema,
  /** False for positions only: no text of an article, no quotation and no example of the codebook leaves the project. */
  texts: z.boolean(),
  /** Of texts in formats of other programs: NVivo and MAXQDA for Windows count a line break as two. */
  lineEnds: z.enum(['lf', 'crlf']),
  /** In tables with a row per article or event: a row for each coder; one for all of them together; or one with what `adjudicator` coded. */
  by: z.enum(['coder', 'together', 'adjudicated']),
  /** The coder whose coding is final. */
  adjudicator: idSchema.nullable(),
  /** Written beside a table in CSV. */
  scripts: z.array(z.enum(scriptKinds)).readonly(),
}).readonly()

/** An export as it was asked for. */
export type ExportOrder = z.infer<typeof orderSchema>
