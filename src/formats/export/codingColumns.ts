import type { Dimension } from '../../domain/project/codebook'
import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import { dimensionsFor } from '../../domain/project/progress'
import type { ProjectSource } from '../source'
import type { CodingColumn } from './codingColumn'
import { answerColumns, meanColumns } from './codingFields'
import { columnWords } from './columnName'
import { freeNumbered } from './freeName'
import type { UnitCoding } from './unitCoding'

/** What stands where a dimension of one code was finished without one. */
const NONE = '(none)'

export interface CodingOptions {
  /** Whether rows are of several coders together. */
  readonly together: boolean
  /** Whether rows of events have also what was coded in their articles. */
  readonly within: boolean
  /** Names of other columns; those made here are added. */
  readonly used: Set<string>
}

/**
 * What was coded of articles or events, as columns; of each dimension: how far it is (`coded_<dimension>`), which code was given
 * where it takes one for the whole, for each code whether it occurs (`has_<code>`: 1, 0, or empty where nothing
 * was coded in the dimension and it was not finished either) and how often (`n_<code>`), what was entered where the whole was coded, and means of what was entered for passages.
 * A code counts without those under it.
 */
export function codingColumns(source: ProjectSource, kind: 'article' | 'event', options: CodingOptions): readonly CodingColumn[] {
  const all = [...codeEntries(source.codebook).values()].filter(({ code }) => source.chosen?.has(code.id) ?? true)
  const entities = new Map(source.entities.map(({ id, name }) => [id, name]))
  const named = (...words: readonly string[]): string => {
    const name = columnWords(words.join(' '))
    return freeNumbered(/^\p{L}/u.test(name) ? name : `v_${name}`, options.used)
  }
  const dimensions = [...dimensionsFor(source.codebook, kind), ...(kind === 'event' && options.within ? dimensionsFor(source.codebook, 'article') : [])]
  return dimensions.flatMap((dimension) => {
    const entries = all.filter((entry) => entry.dimension.id === dimension.id)
    const whole = dimension.unit === kind
    const fields = { entries, dimension, named, nameOf: (id: string) => entities.get(id), together: options.together }
    return [
      progressColumn(dimension, named('coded', dimension.name)),
      ...(whole && dimension.choice === 'one' ? [givenColumn(dimension, entries, named(dimension.name), options.together)] : []),
      ...entries.flatMap((entry) => occurrence(entry, kind, named)),
      ...(whole ? answerColumns(fields) : meanColumns(fields)),
    ]
  })
}

const said = { coded: 'finished, with something found', none: 'finished, nothing found', begun: 'not finished' }

const progressColumn = (dimension: Dimension, name: string): CodingColumn => ({
  column: {
    name, label: `${dimension.name}: how far`, meaning: 'How far the dimension is here: coded, none (finished, nothing found) or begun; empty where it was not coded.', type: 'text', level: 'nominal',
    values: Object.entries(said).map(([value, label]) => ({ value, label })),
  },
  cell: ({ progress }) => {
    const found = progress(dimension)
    return found === 'open' ? null : found
  },
  variable: false,
})

const below = ({ path }: CodeEntry): string => path.slice(1).join(' > ')

function givenColumn(dimension: Dimension, entries: readonly CodeEntry[], name: string, together: boolean): CodingColumn {
  const values = [...new Set(entries.map(below)), NONE].map((value) => ({ value, label: value === NONE ? 'nothing found' : value }))
  return {
    column: { name, label: dimension.name, meaning: `The code that was given, ${NONE} where it was finished without one${together ? '; where coders differ, all of theirs with ; between them' : ''}.`, type: 'text', level: dimension.level, values: together ? null : values },
    cell: ({ ofCode, progress }) => entries.filter(({ code }) => ofCode.has(code.id)).map(below).join('; ') || (progress(dimension) === 'none' ? NONE : null),
    variable: true,
  }
}

function occurrence(entry: CodeEntry, kind: 'article' | 'event', named: (...words: readonly string[]) => string): readonly CodingColumn[] {
  const { code, dimension, path } = entry
  const label = path.join(' > ')
  const where = kind === 'event' && dimension.unit !== 'event' ? 'the event’s articles' : `the ${kind}`
  const count = ({ ofCode, progress }: UnitCoding): number | null => ofCode.get(code.id)?.length ?? (progress(dimension) === 'open' ? null : 0)
  const has = named('has', code.name), n = named('n', code.name)
  return [
    {
      column: { name: has, label, meaning: `Whether the code occurs in ${where}; empty where nothing of its dimension was coded and it was not finished either.`, type: 'yes-no', level: 'nominal', values: null },
      cell: (coding) => {
        const found = count(coding)
        return found === null ? null : found > 0
      },
      variable: true,
    },
    { column: { name: n, label: `${label}: how often`, meaning: `How often the code was given in ${where}; empty as before.`, type: 'whole', level: 'ratio', values: null }, cell: count, variable: false },
  ]
}
