import { z } from 'zod'
import { idSchema, lineSchema } from './values'

/** Levels of measurement (Stevens 1946). */
export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof levels)[number]

/**
 * What is entered in a field: text, an option's id, a number, yes or no, an entity's or an annotation's id,
 * or several ids in their order.
 */
export const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()])
export type FieldValue = z.infer<typeof valueSchema>

/** A field is asked only while another one of the same code holds one of these values (of several, one is enough). */
const conditionSchema = z.object({ field: idSchema, is: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1).readonly() }).readonly()

const common = {
  id: idSchema,
  name: lineSchema,
  required: z.boolean().default(false),
  hint: lineSchema.default(''),
  showIf: conditionSchema.nullable().default(null),
  /** What it holds when a code is applied; null for nothing. */
  default: valueSchema.nullable().default(null),
}

const level = (usual: Level) => z.enum(levels).default(usual)
const options = z.array(z.object({ id: idSchema, label: lineSchema }).readonly()).min(1).readonly()
const values = z.array(z.object({ value: z.number(), label: lineSchema }).readonly()).min(1).readonly()

export const fieldSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('text'), level: level('nominal') }).readonly(),
  z.object({ ...common, kind: z.literal('one-of'), level: level('nominal'), options }).readonly(),
  z.object({ ...common, kind: z.literal('many-of'), level: level('nominal'), options }).readonly(),
  z.object({ ...common, kind: z.literal('yes-no'), level: level('nominal') }).readonly(),
  /** A scale: each step has a number. */
  z.object({ ...common, kind: z.literal('ordinal'), level: level('ordinal'), options: values }).readonly(),
  z.object({ ...common, kind: z.literal('number'), level: level('ratio'), min: z.number().nullable().default(null), max: z.number().nullable().default(null) }).readonly(),
  /** One of the project's entities. */
  z.object({ ...common, kind: z.literal('entity'), level: level('nominal') }).readonly(),
  /** Several entities whose order matters, such as a chain of sources. */
  z.object({ ...common, kind: z.literal('entities'), level: level('nominal') }).readonly(),
  /** A part of the annotation in the text, such as the cue of an attribution: what fills it are spans, not a value. */
  z.object({ ...common, kind: z.literal('role'), level: level('nominal') }).readonly(),
  /** Another annotation of the same article or event. */
  z.object({ ...common, kind: z.literal('link'), level: level('nominal') }).readonly(),
])

/** What a code asks for besides its span. */
export type Field = z.infer<typeof fieldSchema>
