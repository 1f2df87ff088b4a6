import { codebookSchema, type Codebook } from '../domain/project/codebook'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../domain/project/format'
import { parse, ParseError } from '../domain/project/parse'
import { CodebookParts, present } from './codebookParts'
import { CodebookReport } from './codebookReport'
import { isObject, parseJson, type JsonObject } from './json'
import { PROJECT_FORMAT } from './export/projectFormat'
import { unknownMembers } from './unknownMembers'

/** What a codebook file names itself in its first member. */
const CODEBOOK_FORMAT = 'synoptic-codebook'

/** Command id -> its keys, where they were changed; written as the window writes them, e.g. `Mod+Shift+e`. */
export type Shortcuts = Readonly<Record<string, readonly string[]>>

export interface CodebookFile {
  readonly codebook: Codebook
  readonly shortcuts: Shortcuts
  /** What is not quite as the file has it, in sentences; empty when all is. */
  readonly report: readonly string[]
}

/**
 * A codebook to be passed on, as JSON:
 *
 *     { "format": "synoptic-codebook", "version": 2, "codebook": { "name", "version", "log", "dimensions" }, "shortcuts": { "edit.undo": ["Mod+z"] } }
 *
 * `version` is the format version of project files, `codebook` what `codebookSchema` describes, `shortcuts` the
 * keyboard shortcuts that were changed on the machine it comes from; they may be left out.
 */
export function writeCodebook(codebook: Codebook, shortcuts: Shortcuts): string {
  const changed = Object.keys(shortcuts).length > 0 && { shortcuts }
  return `${JSON.stringify({ format: CODEBOOK_FORMAT, version: FORMAT_VERSION, codebook, ...changed }, null, 2)}\n`
}

/**
 * Reads what `writeCodebook` wrote, the codebook in an exported project or a project folder's codebook.json, one by
 * itself, or one of another program that has the same members. A code stands under another in its
 * `codes`, or in a flat list by its `parent`, the other's id; codes without dimensions become one dimension. What is
 * missing, unknown or there twice is mended where nothing has to be guessed, and told in the report.
 * @param what names the file in messages
 * @param id makes ids for what has none of its own; a fresh one at every call
 * @throws ParseError when it is no JSON or no codebook, of a newer version, has codes under themselves, under a parent
 *   that is not there, more than 50 levels deep or more than 20,000 of them, or a part that is not what it should be
 */
export function parseCodebookFile(json: string, what: string, id: () => string): CodebookFile {
  const { data, shortcuts } = unwrapped(parseJson(json, what), what)
  const report = new CodebookReport(), problems: string[] = []
  const parts = new CodebookParts({ report, problems, id })
  const { dimensions: given, ...rest } = data
  const own = present(rest)
  const dimensions = given.flatMap((one, i) => parts.dimension(one, `dimensions[${i}]`) ?? [])
  if (problems.length > 0) throw new ParseError(what, problems)
  parts.siblings(dimensions.map(({ name }) => name))
  for (const member of ['name', 'version']) if (!(member in own)) report.note('assumed', member)
  const head = parse(codebookSchema, { name: 'Codebook', version: 1, ...own, dimensions: [] }, what)
  for (const member of unknownMembers(own, head)) report.note('unknown', member)
  return { codebook: { ...head, dimensions }, shortcuts: readable(shortcuts, report), report: report.lines() }
}

interface Unwrapped {
  readonly data: JsonObject & { readonly dimensions: readonly unknown[] }
  readonly shortcuts: unknown
}

function unwrapped(file: unknown, what: string): Unwrapped {
  if (!isObject(file)) throw new ParseError(what, ['it is no codebook'])
  if (file['format'] === undefined) return { data: withDimensions(file, what), shortcuts: undefined }
  return { data: withDimensions(migrated(inside(file), file['version'], what), what), shortcuts: file['shortcuts'] }
}

/** The codebook in a codebook file, an exported project or the codebook.json of a project folder. */
function inside({ format, kind, codebook, data }: JsonObject): unknown {
  if (format === CODEBOOK_FORMAT || format === PROJECT_FORMAT) return codebook
  return format === 'synoptic' && kind === 'codebook' ? data : undefined
}

function migrated(codebook: unknown, version: unknown, what: string): unknown {
  if (!isObject(codebook)) throw new ParseError(what, ['it holds no codebook'])
  try {
    return migrate('codebook', codebook, Number(version))
  } catch (error) {
    if (error instanceof NewerVersionError) throw new ParseError(what, [`it was ${error.message}; update Synoptic, or ask for a file of an older version`])
    throw error
  }
}

function withDimensions(codebook: unknown, what: string): Unwrapped['data'] {
  if (!isObject(codebook)) throw new ParseError(what, ['it is no codebook'])
  const { dimensions, codes, ...rest } = codebook
  if (Array.isArray(dimensions)) return { ...codebook, dimensions }
  if (dimensions === undefined && Array.isArray(codes)) return { ...rest, dimensions: [{ name: rest['name'] ?? 'Codes', codes }] }
  throw new ParseError(what, ['it holds neither dimensions nor codes'])
}

function readable(shortcuts: unknown, report: CodebookReport): Shortcuts {
  if (shortcuts === undefined) return {}
  return Object.fromEntries(Object.entries(isObject(shortcuts) ? shortcuts : { shortcuts }).filter((pair): pair is [string, string[]] => {
    const [command, keys] = pair
    const known = Array.isArray(keys) && keys.every((one) => typeof one === 'string')
    if (!known) report.note('shortcuts', command)
    return known
  }))
}
