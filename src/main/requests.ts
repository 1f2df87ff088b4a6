import { z } from 'zod'
import { orderSchema } from '../domain/exporting/order'
import type { Change } from '../domain/changes/change'
import { errorCodes, errorKinds } from '../domain/diagnostics/fault'
import { parse } from '../domain/project/parse'
import { lineOrders } from '../domain/query/concordance'
import { passageReasons } from '../domain/project/passage'
import { offsetBreaks, offsetUnits } from '../domain/text/offsets'
import { tableOrders } from '../domain/synopsis/tableQuery'
import { idSchema, lineSchema, timeSchema } from '../domain/project/values'
import type { Args, CallName } from '../preload/contract'
import { AppError } from './failure'
import { mappingSchema } from './mappings'

const menuItem = z.object({ id: z.string().max(200), label: z.string().max(300), keys: z.string().max(60), enabled: z.boolean(), checked: z.boolean().nullable() })

const columnSchema = z.object({ article: idSchema, width: z.number().min(0).max(100), top: z.int().min(0) })

/** Most events whose order of outlets is remembered, and most articles of one. */
const MOST_ORDERS = 500
const MOST_ORDERED = 1_000

const nameSchema = z.string().max(1_000).nullable()

const synopsisSchema = z.object({
  tab: z.enum(['passages', 'variants', 'omissions', 'own-words']),
  order: z.enum(tableOrders),
  differences: z.boolean(),
  orders: z.record(idSchema, z.array(idSchema).max(MOST_ORDERED)).refine((orders) => Object.keys(orders).length <= MOST_ORDERS),
  filters: z.object({
    quotations: z.boolean(), suggestions: z.boolean(), confirmed: z.boolean(), rejected: z.boolean(), speaker: nameSchema, missingIn: nameSchema,
    within: z.object({ kind: z.enum(['dimension', 'code']), id: idSchema }).nullable(),
  }),
})

/** Where the researcher was; also read from the file it is remembered in. */
export const viewSchema = z.object({
  view: z.enum([
    'read',
    'articles',
    'outlets',
    'annotations',
    'find',
    'codebook',
    'entities',
    'copies',
    'events',
    'synopsis',
  ]),
  event: idSchema.nullable(),
  columns: z.array(columnSchema).max(4),
  active: z.int().min(0).max(3),
  panes: z.record(z.string().max(40), z.number()),
  // What can't be remembered of it is no reason to forget the rest.
  synopsis: synopsisSchema.optional().catch(undefined),
})

/** Command id -> its keys. */
const keysSchema = z.record(z.string().max(200), z.array(z.string().max(60)).max(8).readonly()).readonly()

export const settingsSchema = z.object({
  coderName: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  snapshots: z.boolean(),
  keys: keysSchema,
})

export const pathsSchema = z.array(z.string()).max(100_000)

const projectChoice = z.discriminatedUnion('from', [
  z.object({ from: z.literal('new'), name: z.string().trim().min(1).max(1_000), codebook: idSchema }),
  z.object({ from: z.literal('dialog') }),
  z.object({ from: z.literal('sample') }),
  z.object({ from: z.literal('given') }),
  z.object({ from: z.literal('current') }),
  z.object({ from: z.literal('recent'), recent: idSchema }),
])

const stepSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('do'), joins: z.string().max(1_000).nullable(), at: timeSchema }),
  z.object({ act: z.literal('undo') }),
  z.object({ act: z.literal('redo') }),
])

/** In characters: a part of a large change holds some hundred records, each of which may hold a chapter. */
const LONGEST_PART = 100_000_000

/** In characters: ids of a million articles. */
const LONGEST_LIST = 40_000_000

const foundSchema = { project: idSchema, place: z.enum(['find', 'equal-passages']), id: idSchema }

const wantedSchema = z.object({ typed: z.string().max(1_000), as: z.enum(['words', 'phrase', 'regex']), matchCase: z.boolean(), whole: z.boolean(), exact: z.boolean() })

/** Each is checked by itself where it is saved: one that is wrong must not keep others from the disk. */
const uncheckedChange = z.custom<Change>()

const corpusRun = z.object({ project: idSchema, job: idSchema })

/** A file of a project; which it may be is asked where it is used. */
const fileSchema = z.string().max(300)
const filesSchema = z.array(fileSchema).min(1).max(200_000)

const replacementSchema = z.union([z.enum(['previous', 'nothing']), z.object({ snapshot: idSchema })])

const keySchema = z.string().min(1).max(1_000)
const readingSchema = z.object({ unit: z.enum(offsetUnits), breaks: z.enum(offsetBreaks) })

/** What each call must send. Nothing reaches a handler unchecked. */
export const requests: { readonly [K in CallName]: z.ZodType<Args<K>> } = {
  'app.start': z.null(),
  'app.settings': settingsSchema.partial(),
  'app.menu': z.array(z.object({ label: z.string().max(100), items: z.array(z.union([menuItem, z.literal('separator')])).max(500) })).max(20),
  'app.closing': z.object({ unsaved: lineSchema.nullable() }),
  'project.open': projectChoice,
  'project.close': z.null(),
  'project.forget': z.object({ recent: idSchema }),
  'project.save': z.object({ project: idSchema, changes: z.array(z.object({ change: uncheckedChange, step: stepSchema.nullable() })) }),
  'project.changePart': z.object({ project: idSchema, change: idSchema, edits: z.string().max(LONGEST_PART) }),
  'project.changeCommit': z.object({ project: idSchema, change: idSchema, label: lineSchema, step: stepSchema }),
  'project.changeDrop': z.object({ project: idSchema, change: idSchema }),
  'project.history': z.object({ project: idSchema, from: z.int().min(0) }),
  'project.articles': z.object({ project: idSchema, from: z.int().min(0) }),
  'project.annotations': z.object({ project: idSchema, subjects: z.array(idSchema).max(10_000) }),
  'project.mend': z.object({ project: idSchema, files: filesSchema, with: z.union([replacementSchema, z.literal('again')]) }),
  'project.elsewhere': z.object({ project: idSchema }),
  'project.readAnew': z.object({ project: idSchema }),
  'project.view': z.object({ project: idSchema, view: viewSchema }),
  'find.prepare': z.object({ project: idSchema }),
  'find.run': z.object({ ...foundSchema, wanted: wantedSchema, inExcluded: z.boolean(), articles: z.string().max(LONGEST_LIST).nullable(), most: z.int().min(1).max(1_000_000) }),
  'find.cancel': z.object({ place: foundSchema.place }),
  'find.lines': z.object({ ...foundSchema, hits: z.array(z.int().min(0)).max(1_000) }),
  'find.order': z.object({ ...foundSchema, order: z.enum(lineOrders) }),
  'find.export': z.object({ ...foundSchema, hits: z.string().max(LONGEST_LIST) }),
  'article.correct': z.object({ project: idSchema, article: idSchema, text: z.string().min(1).max(20_000_000) }),
  'boilerplate.find': z.object({
    project: idSchema, articles: z.array(idSchema).max(1_000_000).nullable(),
    like: z.object({ quote: z.string().min(1).max(1_000_000), reason: z.enum(passageReasons), outlet: lineSchema.nullable() }).nullable(),
  }),
  'boilerplate.cancel': z.null(),
  'article.text': z.object({ project: idSchema, article: idSchema, version: z.int().min(1).nullable() }),
  'corpus.copies': corpusRun,
  'corpus.events': corpusRun,
  'corpus.align': z.object({ project: idSchema, job: idSchema, event: idSchema }),
  'corpus.cancel': z.object({ job: idSchema }),
  'import.choose': z.object({ kind: z.enum(['files', 'folder']) }),
  'import.read': z.object({ project: idSchema, offer: idSchema }),
  'import.remap': z.object({ project: idSchema, offer: idSchema, file: idSchema, mapping: mappingSchema }),
  'import.keep': z.object({ project: idSchema, offer: idSchema, articles: z.array(idSchema).max(1_000_000) }),
  'import.discard': z.object({ project: idSchema, offer: idSchema }),
  'import.cancel': z.object({ offer: idSchema }),
  'work.choose': z.object({ kind: z.enum(['files', 'folder']) }),
  'work.read': z.object({ project: idSchema, offer: idSchema, readings: z.record(keySchema, readingSchema) }),
  'work.keep': z.object({ project: idSchema, offer: idSchema, choices: z.object({ files: z.array(keySchema).max(10_000), coders: z.record(keySchema, z.record(z.string().max(1_000), idSchema)) }) }),
  'work.discard': z.object({ offer: idSchema }),
  'work.cancel': z.object({ offer: idSchema }),
  'codebook.choose': z.null(),
  'codebook.prepared': z.null(),
  'synopsis.export': z.object({ format: z.enum(['csv', 'xlsx', 'html']), sheet: z.string().max(LONGEST_PART) }),
  'export.begin': z.object({ project: idSchema }),
  'export.preview': z.object({ project: idSchema, order: orderSchema }),
  'export.run': z.object({ project: idSchema, order: orderSchema }),
  'export.cancel': z.null(),
  'diagnostics.failed': z.object({ place: z.enum(['window', 'drawing', 'command', 'start']), kind: z.enum(errorKinds), codes: z.array(z.enum(errorCodes)).max(8), frames: z.array(z.string().max(120)).max(12) }),
  'diagnostics.log': z.null(),
  'diagnostics.report': z.null(),
  'diagnostics.saveReport': z.null(),
  'diagnostics.copy': z.null(),
  'diagnostics.reload': z.null(),
  'recovery.look': z.null(),
  'recovery.put': z.object({ file: fileSchema, with: replacementSchema }),
  'recovery.copy': z.object({ snapshot: idSchema }),
  'recovery.again': z.null(),
  'recovery.versions': z.object({ project: idSchema, files: filesSchema }),
  'snapshots.list': z.object({ project: idSchema }),
  'snapshots.compare': z.object({ project: idSchema, snapshot: idSchema }),
  'snapshots.goBack': z.object({ project: idSchema, snapshot: idSchema, scope: z.enum(['everything', 'mine']) }),
  'snapshots.copy': z.object({ project: idSchema, snapshot: idSchema }),
  'snapshots.cancel': z.null(),
  'snapshots.place': z.null(),
  'snapshots.deleteAll': z.null(),
}

export const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(requests, name)

/** @throws AppError that says what is wrong with the message */
export function parseArgs<K extends CallName>(name: K, args: unknown): Args<K> {
  try {
    return parse<Args<K>>(requests[name], args, name)
  } catch (error) {
    throw new AppError('refused', error instanceof Error ? error.message : String(error))
  }
}
