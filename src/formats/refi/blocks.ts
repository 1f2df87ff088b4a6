import { z } from 'zod'
import { certainties } from '../../domain/project/annotation'
import { dimensionSchema } from '../../domain/project/codebook'
import { entityKinds } from '../../domain/project/entityKinds'
import { valueSchema } from '../../domain/project/field'
import { countSchema, idSchema, lineSchema, timeSchema } from '../../domain/project/values'
import { offsetBreaks, offsetUnits } from '../../domain/text/offsets'
import { members, type Member } from './variables'

// What `withBlock` writes, as it is read back from files that anybody may have changed.

export const dimensionBlock = dimensionSchema.unwrap().pick({ unit: true, choice: true, level: true, mark: true, fields: true }).extend({ dimension: idSchema })

const values = z.record(z.string(), valueSchema).default({})

export const annotationBlock = z.object({
  annotation: idSchema.optional(), part: countSchema.optional(), role: idSchema.optional(), values,
  certainty: z.enum(certainties).nullable().default(null), codebook: countSchema.optional(), blind: z.literal(true).optional(), modified: timeSchema.optional(),
})
export type AnnotationBlock = z.infer<typeof annotationBlock>

const sheetSchema = z.object({ id: idSchema, coder: idSchema, coded: z.array(idSchema), memo: z.string(), modified: timeSchema })
const codingSchema = annotationBlock.extend({ annotation: idSchema, code: idSchema, coder: idSchema, note: z.string().default(''), created: timeSchema, modified: timeSchema })

export const eventBlock = z.object({ event: idSchema, codings: z.array(codingSchema).default([]), sheets: z.array(sheetSchema).default([]) })
export const outletBlock = z.object({ outlet: idSchema, aliases: z.array(lineSchema).default([]) })
export const entityBlock = z.object({ entity: idSchema, kind: z.enum(entityKinds), aliases: z.array(lineSchema).default([]) })
export const sheetBlock = z.object({ sheet: idSchema.nullable(), coded: z.array(idSchema) })
export const articleBlock = z.object({ article: idSchema.optional(), hash: z.string().optional() })
export const variableBlock = z.object({ of: z.enum(['article', 'event', 'outlet']).default('article'), member: z.enum(Object.keys(members) as [Member, ...Member[]]).optional(), name: lineSchema.optional() })
export const projectBlock = z.object({ codebook: countSchema.optional(), positions: z.object({ unit: z.enum(offsetUnits), breaks: z.enum(offsetBreaks) }).optional() })
