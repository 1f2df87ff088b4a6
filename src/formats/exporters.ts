import { csv } from './csv'
import { memos } from './memos'
import { projectJson } from './projectJson'

/** Every export format, by id. A new one is one file and one line here. */
export const exporters = [csv, projectJson, memos] as const

export type ExportFormat = (typeof exporters)[number]['id']
