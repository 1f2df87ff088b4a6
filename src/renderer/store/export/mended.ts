import type { ExportFormat } from '../../../domain/exporting/kinds'
import type { ExportOrder } from '../../../domain/exporting/order'
import type { FormatOffer } from '../../../preload/contract'

/** The formats that can hold what an order is of. */
export const formatsFor = (formats: readonly FormatOffer[], { shape }: Pick<ExportOrder, 'shape'>): readonly FormatOffer[] => formats.filter(({ shapes }) => shapes.includes(shape))

/** Whether a row each for coders, or one for all, is a question. */
export const asksBy = ({ shape }: Pick<ExportOrder, 'shape'>): boolean => shape === 'articles' || shape === 'events'

/** Whether scripts can be written beside it. */
export const asksScripts = ({ format }: Pick<ExportOrder, 'format'>): boolean => format === 'csv'

/** Formats of programs that count a line break as two on Windows. */
const counting: readonly ExportFormat[] = ['qdpx']

export const asksLineEnds = ({ format }: Pick<ExportOrder, 'format'>): boolean => counting.includes(format)

/** An order with a format that can hold its shape, and nothing that is no question with it. */
export function mended(order: ExportOrder, formats: readonly FormatOffer[]): ExportOrder {
  const shape = formats.some(({ shapes }) => shapes.includes(order.shape)) ? order.shape : 'annotations'
  const able = formatsFor(formats, { shape })
  const format = able.some(({ id }) => id === order.format) ? order.format : able[0]?.id ?? order.format
  const fits = { ...order, shape, format }
  return {
    ...fits,
    by: asksBy(fits) ? order.by : 'coder',
    adjudicator: asksBy(fits) && order.by === 'adjudicated' ? order.adjudicator : null,
    scripts: asksScripts(fits) ? order.scripts : [],
    lineEnds: asksLineEnds(fits) ? order.lineEnds : 'lf',
  }
}
