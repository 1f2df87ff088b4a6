import type { ExportFormat, Shape } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'

/** An export of everything, or of some articles, in the usual way. */
export const orderOf = (shape: Shape, format: ExportFormat, articles: readonly string[] | null = null): ExportOrder => ({
  shape, format, texts: true, lineEnds: 'lf', by: 'coder', adjudicator: null, scripts: [],
  selection: { articles, events: null, coders: null, dimensions: null, codes: null, from: '', to: '', complete: false },
})
