import { z } from 'zod'
import { annotationSchema, type Annotation } from '../domain/project/annotation'
import { articleSchema, type Article } from '../domain/project/article'
import { codebookSchema } from '../domain/project/codebook'
import { coderSchema } from '../domain/project/coder'
import { entitySchema } from '../domain/project/entity'
import { eventSchema } from '../domain/project/event'
import type { FileKind } from '../domain/project/fileKind'
import { outletSchema } from '../domain/project/outlet'
import { projectInfoSchema } from '../domain/project/info'
import { rulingSchema } from '../domain/project/ruling'
import { putRecord, THE, type Records } from '../domain/project/records'
import { sheetSchema, type Sheet } from '../domain/project/sheet'
import { articlesFile, OLD_INDEX, shardOf } from './fileNames'

/** How a kind of file holds records: its data on disk, and the way from there to records and back. */
export interface FileShape<D> {
  readonly kind: FileKind
  readonly schema: z.ZodType<D>
  readonly fill: (records: Records, data: D) => void
  readonly gather: (records: Records) => D
  readonly count: (data: D) => number
}

const shape = <D>(kind: FileKind, schema: z.ZodType<D>, rest: Omit<FileShape<D>, 'kind' | 'schema'>): FileShape<D> => ({ kind, schema, ...rest })

export const projectShape = shape('project', z.object({ info: projectInfoSchema, coders: z.array(coderSchema) }), {
  fill: (records, { info, coders }) => {
    putRecord(records, 'project', THE, info)
    for (const coder of coders) putRecord(records, 'coder', coder.id, coder)
  },
  gather: (records) => ({ info: theOnly(records.project), coders: [...records.coder.values()] }),
  count: ({ coders }) => 1 + coders.length,
})

export const codebookShape = shape('codebook', codebookSchema, {
  fill: (records, codebook) => putRecord(records, 'codebook', THE, codebook),
  gather: (records) => theOnly(records.codebook),
  count: () => 1,
})

export const eventsShape = shape('events', z.object({ events: z.array(eventSchema) }), {
  fill: (records, { events }) => { for (const event of events) putRecord(records, 'event', event.id, event) },
  gather: (records) => ({ events: [...records.event.values()] }),
  count: ({ events }) => events.length,
})

export const entitiesShape = shape('entities', z.object({ entities: z.array(entitySchema) }), {
  fill: (records, { entities }) => { for (const entity of entities) putRecord(records, 'entity', entity.id, entity) },
  gather: (records) => ({ entities: [...records.entity.values()] }),
  count: ({ entities }) => entities.length,
})

export const outletsShape = shape('outlets', z.object({ outlets: z.array(outletSchema) }), {
  fill: (records, { outlets }) => { for (const outlet of outlets) putRecord(records, 'outlet', outlet.id, outlet) },
  gather: (records) => ({ outlets: [...records.outlet.values()] }),
  count: ({ outlets }) => outlets.length,
})

export const rulingsShape = shape('rulings', z.object({ rulings: z.array(rulingSchema) }), {
  fill: (records, { rulings }) => { for (const ruling of rulings) putRecord(records, 'ruling', ruling.id, ruling) },
  gather: (records) => ({ rulings: [...records.ruling.values()] }),
  count: ({ rulings }) => rulings.length,
})

/** A part of the list of articles, and no article that belongs into another part. */
export function articlesShape(file: string): FileShape<{ articles: Article[] }> {
  const here = ({ id }: Article): boolean => file === OLD_INDEX || articlesFile(id) === file
  return shape('articles', z.object({ articles: z.array(articleSchema.refine(here, { message: 'belongs into another file' })) }), {
    fill: (records, { articles }) => { for (const article of articles) putRecord(records, 'article', article.id, article) },
    gather: (records) => ({ articles: [...records.article.values()] }),
    count: ({ articles }) => articles.length,
  })
}

/** A shard: one coder's annotations of one article or event with their coding sheet, and nothing else, or a later save would go astray. */
export function annotationsShape(file: string): FileShape<{ annotations: Annotation[]; sheets: Sheet[] }> {
  const owner = shardOf(file)
  const here = (record: Annotation | Sheet): boolean => record.coder === owner?.coder && record.subject === owner.subject
  const stray = { message: 'belongs to another coder, article or event' }
  const schema = z.object({ annotations: z.array(annotationSchema.refine(here, stray)), sheets: z.array(sheetSchema.refine(here, stray)).default([]) })
  return shape('annotations', schema, {
    fill: (records, { annotations, sheets }) => {
      for (const annotation of annotations) putRecord(records, 'annotation', annotation.id, annotation)
      for (const sheet of sheets) putRecord(records, 'sheet', sheet.id, sheet)
    },
    gather: (records) => ({ annotations: [...records.annotation.values()], sheets: [...records.sheet.values()] }),
    count: ({ annotations }) => annotations.length,
  })
}

function theOnly<T>(records: ReadonlyMap<string, T>): T {
  const record = records.get(THE)
  if (record === undefined) throw new Error('a project can’t be without its description or its codebook')
  return record
}
