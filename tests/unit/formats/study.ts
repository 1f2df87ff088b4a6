import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../../src/domain/changes/change'
import { annotate } from '../../../src/domain/changes/commands/annotate'
import { codeWhole } from '../../../src/domain/changes/commands/codeWhole'
import { describe as describeAnnotation } from '../../../src/domain/changes/commands/describe'
import { joinAnnotations } from '../../../src/domain/changes/commands/join'
import { fillSheet } from '../../../src/domain/changes/commands/sheets'
import type { Annotation } from '../../../src/domain/project/annotation'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'
import { codeEntries, missingFields, scoreOf, shownFields, type CodeEntry } from '../../../src/domain/project/codes'
import type { Entity } from '../../../src/domain/project/entity'
import type { FieldValue } from '../../../src/domain/project/field'
import { parse } from '../../../src/domain/project/parse'
import { putRecord, THE, type Records } from '../../../src/domain/project/records'
import type { Span } from '../../../src/domain/text/span'
import { parseProjectJson } from '../../../src/formats/parseProjectJson'
import { projectJson } from '../../../src/formats/export/projectJson'
import type { ProjectContents } from '../../../src/formats/source'
import { createProject, openProject } from '../../../src/storage/projectFolder'
import { applied } from '../../fixtures/changeLaws'
import { exported, sourceOf } from '../../fixtures/projects'
import { article, ids, NOW, records } from '../../fixtures/records'
import { temporaryFolder } from '../storage/project'

const folder = new URL('../../../resources/codebooks/', import.meta.url)

/** The names of the codebooks that come with Synoptic, without their extension. */
export const codebookFiles = readdirSync(folder).map((name) => name.replace(/\.json$/, '')).sort()

export const codebookData = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
export const codebookNamed = (name: string): Codebook => parse(codebookSchema, codebookData(name), `${name}.json`)

const TEXT = 'The minister said on Monday that the bridge, “a disgrace”, would be closed. It will cost the town dearly, the mayor fears, according to the Courier.'

const entities: readonly Entity[] = (['minister', 'mayor', 'town', 'courier', 'ledger', 'writer'] as const)
  .map((id) => ({ id, name: `the ${id}`, kind: id === 'town' || id === 'courier' || id === 'ledger' ? 'thing' : 'person', aliases: [], memo: '' }))

export type Values = Readonly<Record<string, FieldValue>>

/** One article of one event, to be coded with one of the codebooks by the coder `ann`. */
export class Study {
  readonly codebook: Codebook
  private now: Records
  private readonly at = { now: NOW, id: ids('n'), coder: 'ann' }

  constructor(name: string) {
    this.codebook = codebookNamed(name)
    this.now = records([article('a1', TEXT, { event: 'e1' })])
    putRecord(this.now, 'codebook', THE, this.codebook)
    putRecord(this.now, 'event', 'e1', { id: 'e1', name: 'The bridge', date: '2024-03-12', variables: {} })
    for (const entity of entities) putRecord(this.now, 'entity', entity.id, entity)
  }

  entry(code: string): CodeEntry {
    const found = codeEntries(this.codebook).get(code)
    if (!found) throw new Error(`no code ${code}`)
    return found
  }

  /** Codes words of the text, or the paragraph they stand in, and fills in fields, as a coder does: one step each. */
  passage(code: string, words: string, values: Values = {}): Annotation {
    return this.filled(this.does(annotate(this.now, { article: 'a1', text: TEXT, span: placeOf(words), code }, this.at)), values)
  }

  /** Codes several parts of the text, each in its role, and joins them. */
  parts(code: string, roles: readonly (readonly [role: string, words: string])[], values: Values = {}): Annotation {
    const made = roles.map(([role, words]) => this.does(annotate(this.now, { article: 'a1', text: TEXT, span: placeOf(words), code, role }, this.at)))
    const [first] = made
    if (!first) throw new Error('no parts')
    return this.filled(made.length === 1 ? first : this.does(joinAnnotations(this.now, { ids: made.map(({ id }) => id), text: TEXT }, this.at)), values)
  }

  /** Codes the article or the event as a whole, whichever the code is for; again for another entity. */
  whole(code: string, values: Values = {}): Annotation {
    const { unit } = this.entry(code).dimension
    const subject = unit === 'event' ? 'e1' : 'a1'
    const change = codeWhole(this.now, { subject, code }, this.at)
    return this.filled(change ? this.does(change) : this.again(code, subject), values)
  }

  describes({ id }: Annotation, values: Readonly<Record<string, FieldValue | null>>): Annotation {
    return this.does(describeAnnotation(this.now, { annotation: id, values }, this.at))
  }

  finishes(subject: 'a1' | 'e1', ...dimensions: string[]): void {
    this.now = applied(this.now, fillSheet(this.now, { subject, coded: Object.fromEntries(dimensions.map((id) => [id, true])) }, this.at))
  }

  missing(annotation: Annotation): string[] {
    return missingFields(annotation, this.entry(annotation.code)).map(({ id }) => id)
  }

  shown(annotation: Annotation): string[] {
    return shownFields(annotation, this.entry(annotation.code)).map(({ id }) => id)
  }

  score(annotation: Annotation): number | undefined {
    return scoreOf(annotation, this.entry(annotation.code))
  }

  get contents(): ProjectContents {
    const list = <T extends { readonly id: string }>(map: ReadonlyMap<string, T>): readonly T[] => inOrder([...map.values()])
    const [info] = this.now.project.values()
    if (!info) throw new Error('no project')
    return {
      info, coders: list(this.now.coder), codebook: this.codebook, events: list(this.now.event), entities: list(this.now.entity), outlets: list(this.now.outlet), rulings: list(this.now.ruling), articles: list(this.now.article),
      annotations: list(this.now.annotation), sheets: list(this.now.sheet), texts: new Map([['a1', TEXT]]),
    }
  }

  /** What comes back from the JSON export, and from a project folder that is opened again. */
  async returned(): Promise<{ readonly exported: ProjectContents; readonly stored: ProjectContents }> {
    const contents = parseProjectJson((await exported(projectJson, sourceOf(this.contents))).content)
    return { exported: { ...contents, annotations: inOrder(contents.annotations) }, stored: await this.stored() }
  }

  private async stored(): Promise<ProjectContents> {
    const { info, coders: [first, ...more], codebook, events, entities: all, rulings, articles, annotations, sheets } = this.contents
    if (!first) throw new Error('no coder')
    const path = join(await temporaryFolder(), 'Study.synoptic')
    await createProject(path, { info, coder: first, codebook })
    const writing = await openProject(path)
    await writing.writeText('a1', TEXT)
    const added = <K extends string, T extends { readonly id: string }>(kind: K, list: readonly T[]) => list.map((after) => ({ kind, id: after.id, before: null, after }))
    await writing.save([{ label: 'all', edits: [...added('coder', more), ...added('event', events), ...added('entity', all), ...added('ruling', rulings), ...added('article', articles), ...added('annotation', annotations), ...added('sheet', sheets)] }])
    await writing.close()
    const reading = await openProject(path)
    try {
      const coded = await reading.annotations(['a1', 'e1'])
      const { records: found } = reading
      return {
        info: found.info, coders: inOrder(found.coders), codebook: found.codebook, events: found.events, entities: inOrder(found.entities), outlets: inOrder(found.outlets), rulings: inOrder(found.rulings), articles: found.articles,
        annotations: inOrder(coded.annotations), sheets: inOrder(coded.sheets), texts: new Map([['a1', (await reading.text('a1')).text]]),
      }
    } finally {
      await reading.close()
    }
  }

  private filled(made: Annotation, values: Values): Annotation {
    return Object.keys(values).length === 0 ? made : this.describes(made, values)
  }

  private again(code: string, subject: string): Annotation {
    const { unit } = this.entry(code).dimension
    const after: Annotation = { id: this.at.id(), subject, coder: 'ann', code, unit, spans: [], values: {}, note: '', certainty: 'medium', textVersion: 1, codebook: this.codebook.version, created: NOW, modified: NOW }
    return this.does({ label: 'code', edits: [{ kind: 'annotation', id: after.id, before: null, after }] })
  }

  private does(change: Change | null): Annotation {
    this.now = applied(this.now, change)
    const [edit] = change?.edits ?? []
    const made = edit?.kind === 'annotation' ? edit.after : null
    if (!made) throw new Error('nothing was coded')
    return made
  }
}

const inOrder = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

function placeOf(words: string): Span {
  const start = TEXT.indexOf(words)
  if (start === -1) throw new Error(`“${words}” is not in the text`)
  return { start, end: start + words.length }
}
