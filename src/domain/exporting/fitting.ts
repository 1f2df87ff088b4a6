import type { Codebook } from '../project/codebook'
import { codeEntries } from '../project/codes'
import type { ExportOrder } from './order'

/** What of a project an order may name. */
interface Known {
  readonly codebook: Codebook
  readonly coders: readonly { readonly id: string }[]
  readonly events: readonly { readonly id: string }[]
}

/**
 * An order as it can be given again later: for all articles, because which ones were ticked is long forgotten, and without what is gone
 * from the project since.
 */
export function fitting(order: ExportOrder, { codebook, coders, events }: Known): ExportOrder {
  const { selection, adjudicator } = order
  const people = new Set(coders.map(({ id }) => id))
  const gone = adjudicator !== null && !people.has(adjudicator)
  return {
    ...order,
    ...(gone && { adjudicator: null, by: 'coder' }),
    selection: {
      ...selection,
      articles: null,
      events: left(selection.events, new Set(events.map(({ id }) => id))),
      coders: left(selection.coders, people),
      dimensions: left(selection.dimensions, new Set(codebook.dimensions.map(({ id }) => id))),
      codes: left(selection.codes, new Set(codeEntries(codebook).keys())),
    },
  }
}

/** Everything, where nothing is left of what was chosen. */
function left(ids: readonly string[] | null, known: ReadonlySet<string>): readonly string[] | null {
  const there = ids?.filter((id) => known.has(id)) ?? []
  return there.length === 0 ? null : there
}
