import { isObject, type JsonObject } from '../json'
import { bareDocument, gather, keptDocument, utf16, type FoundDocument } from '../interchange/gather'
import { keptHeadSchema, keptPartSchema, readKept, type KeptPart } from '../interchange/kept'
import { bareMark, type Mark } from '../interchange/mark'
import { jsonIn, jsonOrNone, listIn, NO_STRETCH, objectsIn, stretchIn, textIn } from '../interchange/readJson'
import { Losses } from '../work/losses'
import type { RawDocument } from '../work/rawWork'
import type { WorkReader } from '../work/reader'

const lists = ['label', 'labels', 'entities', 'annotations', 'cats'] as const

/**
 * What doccano exports, or is given: an object for each text, one a line or in a list. The text is `text`, or `data` in
 * versions 1.0 to 1.4; labels are `label` or `labels`, `entities` since there are relations, `annotations` with numbered labels
 * before 1.0; each `[start, end, label]` or an object. Strings are labels of the text as a whole. Positions are UTF-16
 * units, code points where a program made them. A coder is known only from files of ours.
 */
export const doccanoWork: WorkReader = {
  id: 'doccano',
  label: 'doccano JSON',
  takes: 'file',
  recognises: (file) => {
    const [first, ...rest] = objectsIn(jsonOrNone(file)).slice(0, 20)
    return first !== undefined && [first, ...rest].some(isLabelled)
  },
  read([file]) {
    const losses = new Losses()
    const lines = file ? objectsIn(jsonIn(file)) : []
    const documents = new Map<string, FoundDocument & { readonly marks: Mark[] }>()
    for (const [i, line] of lines.entries()) {
      const text = textMember(line), kept = partOf(line)
      if (text === null && !kept) {
        losses.add('entries without a text')
        continue
      }
      const key = kept?.article.id ?? String(i + 1), known = documents.get(key)
      const marks = marksOf(line, losses)
      if (known) known.marks.push(...marks)
      else documents.set(key, { document: kept ? keptDocument(kept, text) : foreign(line, key, text), marks, kept })
    }
    const head = lines.map((line) => readKept(keptHeadSchema, own(line))).find((one) => one !== null) ?? null
    return { raw: gather({ format: 'doccano', program: head ? '' : 'doccano', name: '', usual: utf16, head, coders: new Map(), documents: [...documents.values()], losses: losses.all }) }
  },
}

const own = (line: JsonObject): JsonObject => (isObject(line['synoptic']) ? line['synoptic'] : {})

const partOf = (line: JsonObject): KeptPart | null => readKept(keptPartSchema, own(line))

/** Undefined members and empty strings are no texts. */
function textMember(line: JsonObject): string | null {
  for (const value of [line['text'], line['data']]) if (typeof value === 'string') return value
  return null
}

/** Tables of articles are lines with a text too; what tells them apart is that something is labelled. */
function isLabelled(line: JsonObject): boolean {
  if (isObject(line['synoptic']) && Array.isArray(line['label'])) return true
  if (textMember(line) === null) return false
  return lists.some((name) => listIn(line[name]).some((one) => isSpan(one))) || (Array.isArray(line['label']) && line['label'].every((one) => typeof one === 'string') && line['label'].length > 0)
}

const isSpan = (one: unknown): boolean => (Array.isArray(one) ? one.length === 3 && typeof one[0] === 'number' && typeof one[1] === 'number' : isObject(one) && 'start_offset' in one && 'end_offset' in one)

function marksOf(line: JsonObject, losses: Losses): Mark[] {
  losses.add('relations between codings', listIn(line['relations']).length)
  return lists.flatMap((name) => listIn(line[name])).flatMap((one): Mark[] => {
    if (typeof one === 'string') return [{ ...bareMark, label: one, places: [] }]
    const [from, to, label, key, coder] = Array.isArray(one) ? [...one, undefined, undefined] as unknown[] : isObject(one) ? [one['start_offset'], one['end_offset'], one['label'], one['id'], one['user']] : []
    if (label === undefined) return []
    const stretch = stretchIn(from, to)
    if (!stretch) {
      losses.add(NO_STRETCH)
      return []
    }
    return [{ ...bareMark, label: textIn(label), key: textIn(key), coder: textIn(coder) || null, places: [{ ...stretch, snippet: null }] }]
  })
}

const taken = new Set<string>(['id', 'text', 'data', 'title', 'url', 'relations', 'Comments', 'comments', ...lists])

/** What is not of labels came in with the text: doccano gives it back beside them, or under `meta` in older versions. */
function foreign(line: JsonObject, key: string, text: string | null): RawDocument {
  const about = { ...(isObject(line['meta']) ? line['meta'] : {}), ...line }
  const variables = Object.fromEntries(Object.entries(about).flatMap(([name, value]) => (taken.has(name) || textIn(value) === '' ? [] : [[name, textIn(value)]])))
  const memo = [...listIn(line['Comments']), ...listIn(line['comments'])].map(textIn).filter((one) => one !== '').join('\n')
  return { ...bareDocument(key, textIn(line['id']) || key, text), headline: textIn(about['title']), url: textIn(about['url']), variables, memo }
}
