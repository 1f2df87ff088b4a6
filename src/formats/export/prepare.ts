import type { ExportFormat } from '../../domain/exporting/kinds'
import type { ExportOrder } from '../../domain/exporting/order'
import type { ProjectSource } from '../source'
import type { Exporter, ExportFile } from './exporter'
import { exporters } from './exporters'
import { positionsOnly } from './positionsOnly'
import { selectedSource } from './selectedSource'

/** An export that is ready to be written. */
export interface Prepared {
  readonly exporter: Exporter
  /** What of the project it is of. */
  readonly source: ProjectSource
  readonly files: readonly ExportFile[]
  /** What it leaves out or alters, in sentences. */
  readonly losses: readonly string[]
}

export const exporterOf = (format: ExportFormat): Exporter | undefined => exporters.find(({ id }) => id === format)

/** What an order comes to, for this project; undefined where there is no such format, or it can't hold such a shape. */
export function prepare(whole: ProjectSource, order: ExportOrder): Prepared | undefined {
  const exporter = exporterOf(order.format)
  if (!exporter?.shapes.includes(order.shape)) return undefined
  const selected = selectedSource(whole, order.selection)
  const source = order.texts ? selected : positionsOnly(selected)
  return { exporter, source, files: exporter.files(source, order), losses: exporter.losses(source, order) }
}
