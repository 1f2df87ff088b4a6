import type { ExportOrder } from './order'
import type { Selection } from './selection'

// Apart from the schemas, which the window can't load.

/** Nothing is left out. */
export const everything: Selection = { articles: null, events: null, coders: null, dimensions: null, codes: null, from: '', to: '', complete: false }

/** What an export is at first. */
export const usualOrder: ExportOrder = { shape: 'annotations', format: 'csv', selection: everything, texts: true, lineEnds: 'lf', by: 'coder', adjudicator: null, scripts: [] }
