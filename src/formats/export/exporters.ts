import { csv } from './csv'
import { qdc } from '../refi/qdc'
import { qdpx } from '../refi/qdpx'
import type { Exporter } from './exporter'
import { projectJson } from './projectJson'

/** Every export format, in the order they are offered. A new one is one file and one line here. */
export const exporters: readonly Exporter[] = [csv, projectJson, qdpx, qdc]
