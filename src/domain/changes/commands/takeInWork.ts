import type { Codebook } from '../../project/codebook'
import { codeEntries } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import { sameData, type Edit } from '../change'
import type { Circumstances } from '../command'
import { quotedAll } from './codebook/quoted'
import { revision } from './codebook/revision'
import { joinedAnnotations } from './takeIn/annotations'
import { joinedArticles } from './takeIn/articles'
import { joinedCodebook, type JoinedCodebook } from './takeIn/codebook'
import { differencesOf, type Differences } from './takeIn/differences'
import { newOutlets, registeredCoders, registeredEntities, registeredEvents } from './takeIn/register'
import { joinedRulings } from './takeIn/rulings'
import { joinedSheets } from './takeIn/sheets'
import { translator } from './takeIn/translate'
import type { IdHere, Work } from './takeIn/work'

/** What comes in with others' work, and what is here already. */
export interface TakeInReport {
  /** New ones; so with the next three. */
  readonly articles: number
  readonly annotations: number
  readonly codes: number
  readonly coders: number
  readonly knownArticles: number
  readonly knownAnnotations: number
  /** Articles without a text there or here: they are left out, with what was coded of them. */
  readonly missingArticles: number
  /** What stays as it is here though the work says something else of it. */
  readonly different: Differences
  readonly leftOutAnnotations: number
}

export interface TakenIn {
  /** Empty when everything is here already. */
  readonly edits: readonly Edit[]
  /** New article's id -> its text, to be stored before the edits are made. */
  readonly texts: ReadonlyMap<string, string>
  readonly report: TakeInReport
}

/**
 * Brings others' work into the project, as one step: coding of texts that are here goes to these, what is new comes along. Who and what is the same is
 * told by id, texts by their words, codes, events and entities by name too. Taken in again, nothing of it is new. The annotations must be loaded.
 * @param coders the work's coder id -> id of the coder here that somebody chose for it
 */
export function takeInWork(records: Records, work: Work, coders: IdHere, at: Circumstances): TakenIn {
  const who = registeredCoders(records, work.coders, coders), events = registeredEvents(records, work.events), entities = registeredEntities(records, work.entities, at.id)
  const articles = joinedArticles(records, work, events.ids, at.id)
  const { edits: codebookEdits, codebook, joined } = codebookWith(records, work, who.ids, at)
  const ours = new Map([...records.article, ...articles.edits.flatMap((edit) => (edit.kind === 'article' && edit.after ? [[edit.id, edit.after] as const] : []))])
  const subjects: IdHere = new Map([...events.ids, ...articles.ids])
  const translate = translator(work, { subjects, coders: who.ids, entities: entities.ids, codes: joined.codes, articles: ours, version: codebook.version })
  const annotations = joinedAnnotations(records, work, translate, at.id)
  const sheets = joinedSheets(records, work.sheets, { subjects, coders: who.ids, dimensions: joined.dimensionIds }, at)
  const rulings = joinedRulings(records, work, { subjects, coders: who.ids, articles: ours }, at.id)
  return {
    edits: [...who.edits, ...codebookEdits, ...newOutlets(records, work.outlets, at.id), ...events.edits, ...entities.edits, ...articles.edits, ...annotations.edits, ...sheets, ...rulings],
    texts: articles.texts,
    report: {
      articles: articles.texts.size, annotations: annotations.edits.length, codes: joined.newCodes, coders: who.edits.length,
      different: differencesOf(records, work, { codes: joined.codes, articles: articles.ids, events: events.ids, entities: entities.ids }),
      knownArticles: articles.known, knownAnnotations: annotations.known, missingArticles: articles.missing, leftOutAnnotations: annotations.leftOut,
    },
  }
}

const nothing: Codebook = { name: '', version: 0, log: [], dimensions: [] }

/** The codebook with what the work needs; a project that never had one takes the work's as it is, with its versions. */
function codebookWith(records: Records, work: Work, coders: IdHere, at: Circumstances): { readonly edits: readonly Edit[]; readonly codebook: Codebook; readonly joined: JoinedCodebook } {
  const before = records.codebook.get(THE) ?? null, now = before ?? nothing
  const joined = joinedCodebook(now, work.codebook, work.annotations, at.id)
  if (sameData(now.dimensions, joined.dimensions)) return { edits: [], codebook: now, joined }
  if (now.dimensions.length === 0 && now.log.length === 0) {
    const after = { ...work.codebook, log: work.codebook.log.map((one) => ({ ...one, coder: coders.get(one.coder) ?? one.coder })) }
    const codes = new Map([...codeEntries(work.codebook).keys()].map((id) => [id, { id, fields: new Map(), same: true }]))
    return { edits: [{ kind: 'codebook', id: THE, before, after }], codebook: after, joined: { ...joined, codes, dimensionIds: new Map() } }
  }
  const { edit } = revision(now, { dimensions: joined.dimensions }, { verb: 'import', what: `${quotedAll(joined.added)} with others’ coding` }, at)
  return { edits: [edit], codebook: edit.kind === 'codebook' && edit.after ? edit.after : now, joined }
}
