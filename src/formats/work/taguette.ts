import { bareDocument } from '../interchange/gather'
import { isObject, parseJson } from '../json'
import { bareCoding } from './bareCoding'
import { Losses } from './losses'
import type { RawCoding, RawDimension, RawDocument, RawWork } from './rawWork'
import type { WorkReader } from './reader'
import { hasTables, readTables, type Row, type Tables } from './sqlite'
import { sqlTime } from './sqlTime'
import { tagTree } from './tagTree'
import { snippetText, taguetteText } from './taguetteText'

/**
 * A database of Taguette (1.0 to 1.4): `documents` as HTML, `highlights` with UTF-8 bytes over its text nodes, `tags` with paths such as
 * `harbour.strike`. Who highlighted what stands only in `commands`, the log of what was done. Each project becomes a dimension.
 */
export const taguette: WorkReader = {
  id: 'taguette',
  label: 'Taguette database',
  takes: 'file',
  recognises: (file) => hasTables(file, 'projects', 'documents', 'highlights', 'highlight_tags', 'tags'),
  read: async ([file]) => ({ raw: file ? worked(await readTables(file)) : worked({ has: () => false, rows: () => [] }) }),
}

const UNTAGGED = 'untagged'

function worked(tables: Tables): RawWork {
  const losses = new Losses()
  const projects = tables.rows('projects'), documents = tables.rows('documents'), tags = tables.rows('tags'), highlights = tables.rows('highlights')
  const projectOf = new Map(documents.map((row) => [row.text('id'), row.text('project_id')]))
  const texts = new Map(documents.map((row) => [row.text('id'), taguetteText(row.text('contents'))]))
  const tagsOf = grouped(tables.rows('highlight_tags'), 'highlight_id')
  const makers = new Makers(tables)
  const untagged = new Set<string>()
  const codings = highlights.flatMap((row): RawCoding[] => {
    const id = row.text('id'), document = row.text('document_id'), text = texts.get(document), project = projectOf.get(document) ?? ''
    const [start, end] = [row.number('start_offset'), row.number('end_offset')]
    if (!text || start === null || end === null) {
      losses.add('highlights without a document or position')
      return []
    }
    const given = (tagsOf.get(id) ?? []).map((one) => one.text('tag_id'))
    if (given.length === 0) untagged.add(project)
    const made = makers.of(id, project)
    const place = { start: text.start(start), end: text.end(end), snippet: row.text('snippet') === '' ? null : snippetText(row.text('snippet')) }
    return (given.length > 0 ? given : [`${UNTAGGED} ${project}`]).map((tag) => ({ ...bareCoding(document, tag, made.coder), key: `${id} ${tag}`, places: [place], created: made.created, modified: made.modified }))
  })
  const used = projects.filter((row) => tags.some((tag) => tag.text('project_id') === row.text('id')) || documents.some((one) => one.text('project_id') === row.text('id')))
  return {
    format: 'taguette', program: 'Taguette', name: used.map((row) => row.text('name')).join(', '),
    coders: makers.coders, events: [], documents: documents.map((row) => documentOf(row, texts.get(row.text('id'))?.text ?? '')), codings,
    dimensions: used.map((row) => dimensionOf(row, tags, untagged.has(row.text('id')))), usual: { unit: 'utf8-byte', breaks: 'as-is' }, losses: losses.all,
  }
}

function documentOf(row: Row, text: string): RawDocument {
  const [name, file] = [row.text('name'), row.text('filename')]
  return { ...bareDocument(row.text('id'), file || name, text), headline: name === file ? '' : name, memo: row.text('description') }
}

function dimensionOf(row: Row, tags: readonly Row[], untagged: boolean): RawDimension {
  const project = row.text('id')
  const own = tags.filter((tag) => tag.text('project_id') === project).map((tag) => ({ key: tag.text('id'), path: tag.text('path').split('.').map((part) => part.trim()).filter((part) => part !== ''), definition: tag.text('description') }))
  const named = own.map((tag) => ({ ...tag, path: tag.path.length === 0 ? ['tag'] : tag.path }))
  const all = untagged ? [...named, { key: `${UNTAGGED} ${project}`, path: [UNTAGGED], definition: 'Highlights without a tag.' }] : named
  return { key: project, name: row.text('name') || 'Taguette', definition: row.text('description'), fields: [], codes: tagTree(all) }
}

const grouped = (rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.text(column))
    if (group) group.push(row)
    else groups.set(row.text(column), [row])
  }
  return groups
}

interface Made {
  readonly coder: string | null
  readonly created: string
  readonly modified: string
}

/** Who made which highlight, and when. */
class Makers {
  readonly coders: RawWork['coders']
  readonly #made = new Map<string, Made>()
  readonly #members: ReadonlyMap<string, readonly Row[]>
  readonly #since: ReadonlyMap<string, string>

  constructor(tables: Tables) {
    this.#since = new Map(tables.rows('users').map((row) => [row.text('login'), row.text('created')]))
    this.#members = grouped(tables.rows('project_members'), 'project_id')
    for (const row of tables.rows('commands')) {
      const id = highlightAdded(row.text('payload'))
      if (id === undefined) continue
      const first = this.#made.get(id), date = sqlTime(row.text('date'))
      this.#made.set(id, { coder: first?.coder ?? row.text('user_login'), created: first?.created ?? date, modified: date })
    }
    const logins = new Set([...[...this.#made.values()].flatMap(({ coder }) => coder ?? []), ...[...this.#members.values()].flat().map((row) => row.text('user_login'))])
    this.coders = [...logins].map((login) => ({ key: this.#key(login), name: login }))
  }

  /** Somebody who is alone in a project made what nothing else is known of. */
  of(highlight: string, project: string): Made {
    const [only, ...others] = this.#members.get(project) ?? []
    const { coder, ...made } = this.#made.get(highlight) ?? { coder: only && others.length === 0 ? only.text('user_login') : null, created: '', modified: '' }
    return { ...made, coder: coder === null ? null : this.#key(coder) }
  }

  /** Every copy of Taguette on somebody's own computer has one user, “admin”: when that one came to be tells them apart. */
  #key(login: string): string {
    return `${login} ${this.#since.get(login) ?? ''}`.trim()
  }
}

function highlightAdded(payload: string): string | undefined {
  try {
    const command = parseJson(payload, 'a command')
    return isObject(command) && command['type'] === 'highlight_add' ? String(command['highlight_id']) : undefined
  } catch {
    // A log that can't be read names nobody.
    return undefined
  }
}
