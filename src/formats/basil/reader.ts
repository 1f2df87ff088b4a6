import type { SourceFile } from '../import/sourceFile'
import { ImportRefusal } from '../import/importer'
import { bareDocument, codePoints } from '../interchange/gather'
import { jsonIn, jsonOrNone, listIn, NO_STRETCH, stretchIn, textIn } from '../interchange/readJson'
import { isObject, type JsonObject } from '../json'
import { Losses } from '../work/losses'
import type { RawCoding, RawWork } from '../work/rawWork'
import type { WorkReader } from '../work/reader'
import { basilDimensions, valuesOf } from './codes'
import { basilText, type BasilText } from './text'

/**
 * BASIL (Fan et al. 2019): articles as lists of paragraphs of sentences, and beside them, in files of their own, the passages that
 * were coded, by sentence and position in it, and what was coded of the article as a whole. Three articles tell one event.
 */
export const basilWork: WorkReader = {
  id: 'basil',
  label: 'BASIL',
  takes: 'folder',
  recognises: (file) => objectIn(file, jsonOrNone) !== undefined,
  read(files) {
    const objects = files.map((file) => objectIn(file, jsonIn)).filter((one) => one !== undefined)
    const articles = objects.filter(isArticle), losses = new Losses()
    const texts = new Map(articles.map((one) => [textIn(one['uuid']), basilText(one)]))
    const codings = objects.filter((one) => !isArticle(one)).flatMap((one) => codingsOf(one, texts, losses))
    if (articles.length === 0) throw new ImportRefusal('not-text', 'there are codings in it but no articles: choose the folder that holds both')
    return { raw: { format: 'basil', program: '', name: 'BASIL', coders: [], dimensions: basilDimensions, events: eventsOf(articles), documents: articles.map((one) => documentOf(one, texts)), codings, usual: codePoints, losses: losses.all } }
  },
}

const isArticle = (one: JsonObject): boolean => Array.isArray(one['body-paragraphs'])

function objectIn(file: SourceFile, read: (file: SourceFile) => readonly unknown[]): JsonObject | undefined {
  const [one, ...more] = read(file)
  return isObject(one) && more.length === 0 && typeof one['uuid'] === 'string' && (isArticle(one) || Array.isArray(one['phrase-level-annotations'])) ? one : undefined
}

function eventsOf(articles: readonly JsonObject[]): RawWork['events'] {
  const events = new Map(articles.map((one) => [textIn(one['triplet-uuid']), { key: textIn(one['triplet-uuid']), name: textIn(one['main-event']), date: '', variables: {} }]))
  return [...events.values()].filter(({ key }) => key !== '')
}

function documentOf(one: JsonObject, texts: ReadonlyMap<string, BasilText>): RawWork['documents'][number] {
  const key = textIn(one['uuid']), title = textIn(one['title'])
  const date = textIn(one['date'])
  return {
    ...bareDocument(key, title, texts.get(key)?.text ?? ''), headline: title, outlet: textIn(one['source']), date: /^\d{4}(-\d\d){0,2}$/.test(date) ? date : '', url: textIn(one['url']), language: 'en',
    event: textIn(one['triplet-uuid']) || null, variables: { keywords: textIn(one['keywords']) },
  }
}

const blank: Omit<RawCoding, 'document' | 'code' | 'values' | 'places'> = { key: '', coder: null, note: '', certainty: null, created: '', modified: '' }

function codingsOf(file: JsonObject, texts: ReadonlyMap<string, BasilText>, losses: Losses): readonly RawCoding[] {
  const document = textIn(file['uuid']), text = texts.get(document), whole = isObject(file['article-level-annotations']) ? file['article-level-annotations'] : {}
  const phrases = listIn(file['phrase-level-annotations']).filter(isObject)
  if (!text) {
    losses.add('codings of articles that are not in the folder', phrases.length + Object.keys(whole).length)
    return []
  }
  const passages = phrases.flatMap((one): RawCoding[] => {
    const stretch = stretchIn(one['start'], one['end']), from = text.begins(textIn(one['id'])), code = textIn(one['bias'])
    if (!stretch || from === undefined || (code !== 'lex' && code !== 'inf')) {
      losses.add(NO_STRETCH)
      return []
    }
    const place = { start: from + stretch.start, end: from + stretch.end, snippet: typeof one['txt'] === 'string' ? one['txt'] : null }
    return [{ ...blank, document, code, places: [place], note: textIn(one['notes']), values: valuesOf(one, basilDimensions[0]?.fields ?? []) }]
  })
  return [...passages, ...wholeOf(whole, document)]
}

/** Stance, and feelings as `author_feeling_Somebody`. The note is the stance's. */
function wholeOf(whole: JsonObject, document: string): readonly RawCoding[] {
  return Object.entries(whole).flatMap(([name, value]): RawCoding[] => {
    const [, code, towards = ''] = /^(author_feeling|you_feeling)_(.+)$/.exec(name) ?? []
    if (name === 'relative_stance' && typeof value === 'string' && basilDimensions[1]?.codes.some(({ key }) => key === value)) return [{ ...blank, document, code: value, places: [], values: {}, note: textIn(whole['notes']) }]
    if (code === undefined) return []
    return [{ ...blank, document, code, places: [], values: valuesOf({ towards, feeling: value }, basilDimensions[2]?.fields ?? []) }]
  })
}
