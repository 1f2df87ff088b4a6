import { csv } from './csv'
import { projectJson } from './projectJson'

/** Every export format, by id. A new one is one file and one line here. */
export const exporters = [csv, projectJson] as const

export type ExportFormat = (typeof exporters)[number]['id']
