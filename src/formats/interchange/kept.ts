import { z } from 'zod'
import type { Annotation } from '../../domain/project/annotation'
import { articleSchema, type Article } from '../../domain/project/article'
import { codebookSchema, type Code, type Codebook } from '../../domain/project/codebook'
import { entitySchema } from '../../domain/project/entity'
import { eventSchema } from '../../domain/project/event'
import { valueSchema } from '../../domain/project/field'
import { outletSchema } from '../../domain/project/outlet'
import { sheetSchema } from '../../domain/project/sheet'
import { countSchema, idSchema, lineSchema, memoSchema, timeSchema } from '../../domain/project/values'
import type { ProjectSource } from '../source'

// What formats of other programs have no place for goes along in a member called `synoptic`, which those programs
// leave alone. Positions are in the unit of the format around it.

/** Of a project. */
const projectSchema = z.object({
  version: z.literal(1),
  name: lineSchema,
  coders: z.array(z.object({ id: idSchema, name: lineSchema }).readonly()).readonly(),
  /** Without its log; without examples where no text of an article is to leave the project. */
  codebook: codebookSchema,
  entities: z.array(entitySchema).readonly(),
  outlets: z.array(outletSchema).readonly(),
  events: z.array(eventSchema).readonly(),
}).readonly()

/** Of an annotation: who coded what where, with fields and notes. */
export const keptAnnotationSchema = z.object({
  id: idSchema,
  coder: idSchema,
  code: idSchema,
  places: z.array(z.object({ start: countSchema, end: countSchema, role: idSchema.optional() }).readonly()).readonly(),
  values: z.record(z.string(), valueSchema).readonly(),
  note: memoSchema,
  certainty: z.enum(['low', 'medium', 'high']).nullable(),
  blind: z.literal(true).optional(),
  codebook: countSchema,
  created: timeSchema,
  modified: timeSchema,
}).readonly()

/** What was coded of an article or event. */
const codedSchema = z.object({ annotations: z.array(keptAnnotationSchema).readonly(), sheets: z.array(sheetSchema).readonly() })

/** Once in a file: the project, and what was coded of its events. */
export const keptHeadSchema = z.object({ project: projectSchema, events: z.array(codedSchema.extend({ event: idSchema }).readonly()).readonly() }).readonly()

/** Once for each article: what is known of it besides its text, and what was coded of it. */
export const keptPartSchema = codedSchema.extend({
  article: articleSchema.unwrap().pick({ id: true, headline: true, outlet: true, date: true, byline: true, section: true, language: true, url: true, event: true, variables: true, hash: true }).readonly(),
}).readonly()

export type KeptAnnotation = z.infer<typeof keptAnnotationSchema>
export type KeptHead = z.infer<typeof keptHeadSchema>
export type KeptPart = z.infer<typeof keptPartSchema>

export const keptProject = ({ info, coders, codebook, entities, outlets, events, text }: ProjectSource): KeptHead['project'] =>
  ({ version: 1, name: info.name, coders: coders.map(({ id, name }) => ({ id, name })), codebook: withoutLog(codebook, text !== null), entities, outlets, events })

export async function keptHead(source: ProjectSource): Promise<KeptHead> {
  const events: KeptHead['events'][number][] = []
  for (const { id } of source.events) {
    const { annotations, sheets } = await source.coded(id)
    if (annotations.length + sheets.length > 0) events.push({ event: id, annotations: annotations.map((one) => keptAnnotation(one)), sheets })
  }
  return { project: keptProject(source), events }
}

export const keptArticle = ({ id, headline, outlet, date, byline, section, language, url, event, variables, hash }: Article): KeptPart['article'] =>
  ({ id, headline, outlet, date, byline, section, language, url, event, variables, hash })

/** @param counted positions of ours in the unit of the format */
export const keptAnnotation = ({ id, coder, code, spans, values, note, certainty, blind, codebook, created, modified }: Annotation, counted: (offset: number) => number = same): KeptAnnotation => ({
  id, coder, code, places: spans.map(({ start, end, role }) => ({ start: counted(start), end: counted(end), ...(role !== undefined && { role }) })),
  values, note, certainty, ...(blind && { blind }), codebook, created, modified,
})

const same = (offset: number): number => offset

function withoutLog(codebook: Codebook, examples: boolean): Codebook {
  const bare = (code: Code): Code => ({ ...code, examples: [], codes: code.codes.map(bare) })
  const dimensions = examples ? codebook.dimensions : codebook.dimensions.map((one) => ({ ...one, codes: one.codes.map(bare) }))
  return { ...codebook, log: [], dimensions }
}

/** What was kept, or null where there is nothing of the kind or it was damaged on its way. */
export const readKept = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null
