import type { ExportOrder } from '../../../domain/exporting/order'
import type { ProjectSource } from '../../source'
import type { ExportFile } from '../exporter'
import { tablesOf } from '../tables'
import { python } from './python'
import { r } from './r'
import type { Script } from './script'
import { spss } from './spss'

const scripts: readonly Script[] = [r, spss, python]

/** The scripts that an order asks for beside its tables in CSV, each reading them with types, levels and labels set. */
export function scriptFiles(source: ProjectSource, order: ExportOrder): readonly ExportFile[] {
  const asked = scripts.filter(({ kind }) => order.scripts.includes(kind))
  if (asked.length === 0) return []
  const tables = tablesOf(source, order)
  return tables.length === 0 ? [] : asked.flatMap(({ files }) => files(tables, () => tablesOf(source, order)))
}

/** What a script for SPSS can't have, in sentences. */
export const scriptLosses = ({ scripts: asked }: ExportOrder): readonly string[] => (asked.includes('spss')
  ? ['In the file for SPSS line breaks and tabs are blanks, texts are cut at 32,767 bytes, and labels at 255 (of values at 120); the CSV has all of them.']
  : [])
