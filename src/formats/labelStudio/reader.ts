import { isObject, type JsonObject } from '../json'
import { ImportRefusal } from '../import/importer'
import { bareDocument, gather, keptDocument, TextFields, type Gathered } from '../interchange/gather'
import { keptHeadSchema, keptPartSchema, readKept } from '../interchange/kept'
import type { Mark } from '../interchange/mark'
import { jsonIn, jsonOrNone, listIn, objectsIn, textIn } from '../interchange/readJson'
import { Losses } from '../work/losses'
import { rawTime } from '../work/rawTime'
import type { RawDocument } from '../work/rawWork'
import type { WorkReader } from '../work/reader'
import { controlsOf } from './controls'
import { resultsIn, type FieldsOfControls } from './results'

/** What holds a coder's results: the present name, that of versions before 1.0, and what models proposed. */
const codings = ['annotations', 'completions'] as const

/**
 * Tasks as Label Studio exports them (JSON and JSON-MIN), with the coders' results. Labels of stretches and choices of the
 * text as a whole are codes; what else was entered for a stretch becomes text fields of its code. Positions are code
 * points since 1.5 and UTF-16 units before that, so what fits the words beside them counts. Regions of pictures, sound and the like,
 * and what models proposed, are losses.
 */
export const labelStudioWork: WorkReader = {
  id: 'label-studio',
  label: 'Label Studio JSON',
  takes: 'file',
  recognises: (file) => objectsIn(jsonOrNone(file)).slice(0, 20).some((one) => isTask(one) || isShort(one)),
  read([file]) {
    const tasks = file ? objectsIn(jsonIn(file)) : []
    const head = tasks.map((task) => readKept(keptHeadSchema, own(task))).find((one) => one !== null) ?? null
    const losses = new Losses(), coders = new Map<string, string>(), others = new TextFields()
    const fields = { others, own: new Map(head ? [...controlsOf(head.project).fields.values()].map((one) => [one.name, one]) : []) }
    const documents = tasks.map((task, i) => documentOf(isTask(task) ? task : fromShort(task), String(i + 1), { losses, fields, coders }))
    if (documents.every(({ marks, kept, document }) => marks.length === 0 && kept === null && document.text === null)) {
      throw new ImportRefusal('not-text', 'its tasks have no texts that something was labelled in: Synoptic takes codings of texts')
    }
    return { raw: gather({ format: 'label-studio', program: head ? '' : 'Label Studio', name: '', usual: { unit: 'code-point', breaks: 'as-is' }, head, coders, documents, fields: others.list(), losses: losses.all }) }
  },
}

const isTask = (one: JsonObject): boolean => isObject(one['data']) && [...codings, 'predictions'].some((name) => Array.isArray(one[name]))

/** JSON-MIN: data and results side by side, results under the names of their controls. */
const isShort = (one: JsonObject): boolean => 'annotation_id' in one && Object.values(one).some((value) => listIn(value).some(isShortResult))

const isShortResult = (one: unknown): boolean => isObject(one) && 'start' in one && 'end' in one && Object.values(one).some(Array.isArray)

function fromShort(task: JsonObject): JsonObject {
  const result = Object.entries(task).flatMap(([from, list]) => listIn(list).filter(isShortResult).filter(isObject).map((value) => ({ from_name: from, type: Object.keys(value).find((name) => Array.isArray(value[name])), value })))
  const data = Object.fromEntries(Object.entries(task).filter(([, value]) => typeof value === 'string'))
  return { id: task['id'], data, annotations: [{ result, completed_by: task['annotator'], created_at: task['created_at'], updated_at: task['updated_at'] }] }
}

const dataOf = (task: JsonObject): JsonObject => (isObject(task['data']) ? task['data'] : {})

const own = (task: JsonObject): JsonObject => {
  const kept = dataOf(task)['synoptic']
  return isObject(kept) ? kept : {}
}

interface Findings { readonly losses: Losses; readonly fields: FieldsOfControls; readonly coders: Map<string, string> }

function documentOf(task: JsonObject, key: string, { losses, fields, coders }: Findings): Gathered['documents'][number] {
  const kept = readKept(keptPartSchema, own(task))
  const marks: Mark[] = []
  losses.add('proposals of models', listIn(task['predictions']).length)
  for (const coding of codings.flatMap((name) => listIn(task[name])).filter(isObject)) {
    if (coding['was_cancelled'] === true) {
      losses.add('tasks that a coder skipped')
      continue
    }
    const coder = coderOf(coding['completed_by'], coders)
    const created = rawTime(coding['created_at']), modified = rawTime(coding['updated_at'])
    for (const mark of resultsIn(listIn(coding['result']).filter(isObject), fields, losses)) marks.push({ ...mark, coder, created, modified })
  }
  const text = textOf(dataOf(task), task)
  return { document: kept ? keptDocument(kept, text) : foreign(task, key, text), marks, kept }
}

/** A coder is a number, an e-mail address, or an account. */
function coderOf(value: unknown, coders: Map<string, string>): string | null {
  const account = isObject(value) ? value : {}
  const key = textIn(isObject(value) ? value['id'] ?? value['email'] : value)
  if (key === '') return null
  const name = [account['first_name'], account['last_name']].map(textIn).filter((one) => one !== '').join(' ')
  coders.set(key, name || textIn(account['email']) || (/^\d+$/.test(key) ? `Coder ${key}` : key))
  return key
}

/** The member that was labelled: `text` as a rule, else the longest string that is no address. */
function textOf(data: JsonObject, task: JsonObject): string | null {
  if (typeof data['text'] === 'string') return data['text']
  if (isObject(data['synoptic'])) return null
  if (!hasStretches(task)) return null
  const strings = Object.values(data).filter((one) => typeof one === 'string').filter((one) => !/^(\w+:)?\/[^\s]*$/.test(one))
  return strings.sort((a, b) => b.length - a.length)[0] ?? null
}

const hasStretches = (task: JsonObject): boolean =>
  codings.flatMap((name) => listIn(task[name])).filter(isObject).flatMap((one) => listIn(one['result'])).some((one) => isObject(one) && isObject(one['value']) && typeof one['value']['start'] === 'number')

function foreign(task: JsonObject, key: string, text: string | null): RawDocument {
  const id = textIn(task['id']) || key, data = dataOf(task)
  const variables = Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (textIn(value) === '' || value === text || ['title', 'headline', 'url', 'date', 'outlet'].includes(name) ? [] : [[name, textIn(value)]])))
  return { ...bareDocument(id, textIn(data['title']) || id, text), headline: textIn(data['headline']) || textIn(data['title']), outlet: textIn(data['outlet']), date: textIn(data['date']), url: textIn(data['url']), variables }
}
