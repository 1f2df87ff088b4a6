import { exportFormats, scriptKinds, shapes } from '../domain/exporting/kinds'
import { orderSchema, type ExportOrder } from '../domain/exporting/order'
import { usualOrder } from '../domain/exporting/usual'
import type { Codebook } from '../domain/project/codebook'
import { codeEntries } from '../domain/project/codes'
import { exporterOf } from '../formats/export/prepare'
import { exporters } from '../formats/export/exporters'
import type { ProjectFolder } from '../storage/projectFolder'
import { CliError, exits } from './exits'

/** As they are given on the command line. */
export interface ExportOptions {
  readonly format?: string
  readonly shape?: string
  readonly article?: readonly string[]
  readonly event?: readonly string[]
  readonly coder?: readonly string[]
  readonly dimension?: readonly string[]
  readonly code?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly complete?: true
  readonly positionsOnly?: true
  readonly crlf?: true
  readonly by?: string
  readonly adjudicator?: string
  readonly script?: readonly string[]
  readonly force?: true
}

type Records = ProjectFolder['records']

/** What is asked for. @param extension of the file, which says the format where no option does; @throws CliError */
export function orderOf({ articles, coders, events, codebook }: Records, extension: string, options: ExportOptions): ExportOrder {
  const format = options.format === undefined ? formatFor(extension) : oneOf(exportFormats, options.format, 'format')
  const shape = options.shape === undefined ? exporterOf(format)?.shapes[0] ?? usualOrder.shape : oneOf(shapes, options.shape, 'shape')
  if (options.script && format !== 'csv') throw new CliError(exits.usage, 'Scripts are written beside a CSV: leave --script out, or export as .csv.')
  if (options.crlf && format !== 'qdpx') throw new CliError(exits.usage, '--crlf is for .qdpx: other formats have one kind of line end.')
  const order = {
    shape, format, texts: !options.positionsOnly, lineEnds: options.crlf ? 'crlf' : 'lf', by: options.adjudicator === undefined ? options.by ?? usualOrder.by : 'adjudicated',
    adjudicator: options.adjudicator === undefined ? null : idOf(coders, options.adjudicator, 'coder'),
    scripts: (options.script ?? []).map((one) => oneOf(scriptKinds, one, 'script')),
    selection: {
      articles: idsOf(articles.map(({ id, headline }) => ({ id, name: headline })), options.article, 'article'), events: idsOf(events, options.event, 'event'), coders: idsOf(coders, options.coder, 'coder'), dimensions: idsOf(codebook.dimensions, options.dimension, 'dimension'),
      codes: idsOf(codesOf(codebook), options.code, 'code'), from: options.from ?? '', to: options.to ?? '', complete: options.complete ?? false,
    },
  }
  const checked = orderSchema.safeParse(order)
  if (checked.success) return checked.data
  throw new CliError(exits.usage, checked.error.issues.map(({ path, message }) => `--${path.at(-1)?.toString() ?? ''}: ${message}`).join('; '))
}

function formatFor(extension: string): ExportOrder['format'] {
  const found = exporters.find((one) => one.extension === extension)
  if (found) return found.id
  throw new CliError(exits.usage, `Say the format with --format, or end the file's name in one of ${[...new Set(exporters.map((one) => `.${one.extension}`))].join(', ')}.`)
}

function oneOf<T extends string>(known: readonly T[], given: string, what: string): T {
  const found = known.find((one) => one === given)
  if (found !== undefined) return found
  throw new CliError(exits.usage, `There is no ${what} called ${given}. There are: ${known.join(', ')}.`)
}

interface Named {
  readonly id: string
  readonly name: string
}

const codesOf = (codebook: Codebook): readonly Named[] => [...codeEntries(codebook).values()].map(({ code }) => code)

const idsOf = (known: readonly Named[], given: readonly string[] | undefined, what: string): readonly string[] | null => given?.map((one) => idOf(known, one, what)) ?? null

/** By id, or by a name that only one of them has. */
function idOf(known: readonly Named[], given: string, what: string): string {
  if (known.some(({ id }) => id === given)) return given
  const found = known.filter(({ name }) => name.toLocaleLowerCase() === given.toLocaleLowerCase())
  const [only, ...more] = found
  if (only && more.length === 0) return only.id
  if (only) throw new CliError(exits.usage, `There are several ${what}s called ${given}. Name one by its id: ${found.map(({ id }) => id).join(', ')}.`)
  throw new CliError(exits.usage, `There is no ${what} called ${given}.${known.length > 0 && known.length <= 30 ? ` There are: ${known.map(({ name }) => name).join(', ')}.` : ''}`)
}
