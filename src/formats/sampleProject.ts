import { z } from 'zod'
import type { Annotation } from '../domain/project/annotation'
import { untouched, type Article } from '../domain/project/article'
import type { Codebook } from '../domain/project/codebook'
import { codeEntries } from '../domain/project/codes'
import { entityKinds } from '../domain/project/entityKinds'
import { parse, ParseError } from '../domain/project/parse'
import { dateSchema, lineSchema } from '../domain/project/values'
import { anchorAt } from '../domain/text/anchor'
import { canonicalText, countWords } from '../domain/text/canonical'
import { inTextOrder } from '../domain/project/records'
import { SampleRegister } from './sampleRegister'
import { sha256 } from './sha256'
import type { ProjectContents } from './source'

export interface SampleParts {
  /** The parsed `resources/sample/sample.json`. */
  readonly data: unknown
  /** File name, e.g. `meridian.txt` -> its text; those that `data` names must be there. */
  readonly texts: Readonly<Record<string, string>>
  readonly codebook: Codebook
}

const codingSchema = z.object({
  code: lineSchema,
  /** The words that are coded, exactly as in the text. */
  quote: z.string().min(1),
  /** Which occurrence of the quote, from 1. */
  occurrence: z.int().min(1).default(1),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  note: z.string().default(''),
})

const sampleSchema = z.object({
  name: lineSchema,
  coder: lineSchema,
  /** Who speaks or is spoken of, where more than the name is known. */
  entities: z.array(z.object({ name: lineSchema, kind: z.enum(entityKinds), aliases: z.array(lineSchema).default([]), memo: z.string().default('') })).default([]),
  events: z.array(z.object({
    name: lineSchema,
    date: dateSchema,
    articles: z.array(z.object({
      file: lineSchema,
      outlet: lineSchema,
      headline: lineSchema,
      date: dateSchema,
      codings: z.array(codingSchema).default([]),
    })),
  })),
})

type SampleArticle = z.infer<typeof sampleSchema>['events'][number]['articles'][number]

/**
 * The sample project, ready to be stored under fresh ids.
 * @throws ParseError when the data is malformed, or a text, code or quote does not occur
 */
export function sampleProject({ data, texts, codebook }: SampleParts, at: { readonly id: () => string; readonly now: string }): ProjectContents {
  const sample = parse(sampleSchema, data, 'the sample project')
  const coder = { id: at.id(), name: sample.coder, joined: at.now }
  const events = sample.events.map(({ name, date }) => ({ id: at.id(), name, date, variables: {} }))
  const register = new SampleRegister(sample.entities, at)
  const articles: Article[] = [], annotations: Annotation[] = [], byArticle = new Map<string, string>()
  for (const [i, { articles: told }] of sample.events.entries()) {
    for (const one of told) {
      const text = canonicalText(textOf(texts, one.file))
      const article = articleOf(one, text, events[i]?.id ?? null, at)
      articles.push(article)
      byArticle.set(article.id, text)
      annotations.push(...annotationsOf(one, { article: article.id, text, codebook, coder: coder.id, register }, at).sort(inTextOrder))
    }
  }
  return {
    info: { id: at.id(), name: sample.name, created: at.now, memo: '' }, coders: [coder], codebook, events, entities: register.entities, outlets: [], rulings: [], articles, annotations, sheets: [],
    texts: byArticle,
  }
}

function textOf(texts: SampleParts['texts'], file: string): string {
  const text = Object.hasOwn(texts, file) ? texts[file] : undefined
  if (text === undefined) throw new ParseError('the sample project', [`the text ${file} is missing`])
  return text
}

function articleOf({ file, outlet, headline, date }: SampleArticle, text: string, event: string | null, at: { readonly id: () => string; readonly now: string }): Article {
  const hash = sha256(text)
  return {
    ...untouched, id: at.id(), outlet, headline, date, language: 'en', event,
    words: countWords(text), length: text.length, hash,
    source: { file, encoding: 'UTF-8', bytes: Buffer.byteLength(text), hash, kind: 'text', part: 0 }, imported: at.now,
  }
}

interface Place {
  readonly article: string
  readonly text: string
  readonly codebook: Codebook
  readonly coder: string
  readonly register: SampleRegister
}

function annotationsOf({ file, codings }: SampleArticle, place: Place, at: { readonly id: () => string; readonly now: string }): Annotation[] {
  const entries = codeEntries(place.codebook)
  return codings.map(({ code, quote, occurrence, values, note }) => {
    const start = occurrenceOf(place.text, quote, occurrence)
    const entry = entries.get(code)
    if (!entry) throw new ParseError('the sample project', [`the codebook has no code ${code}`])
    if (start === undefined) throw new ParseError('the sample project', [`“${quote}” does not occur${occurrence > 1 ? ` ${occurrence} times` : ''} in ${file}`])
    return {
      id: at.id(), subject: place.article, coder: place.coder, code, unit: 'span', values: place.register.resolve(entry.fields, values), note, certainty: null, textVersion: 1,
      spans: [anchorAt(place.text, { start, end: start + quote.length })],
      codebook: place.codebook.version, created: at.now, modified: at.now,
    }
  })
}

function occurrenceOf(text: string, quote: string, occurrence: number): number | undefined {
  let start = -1
  for (let n = 0; n < occurrence; n += 1) {
    start = text.indexOf(quote, start + 1)
    if (start === -1) return undefined
  }
  return start
}
