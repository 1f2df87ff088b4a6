import { qdc } from '../refi/qdc'
import { qdpx } from '../refi/qdpx'
import { brat } from '../brat/exporter'
import { doccano } from '../doccano/exporter'
import { labelStudio } from '../labelStudio/exporter'
import { w3c } from '../w3c/exporter'
import { csv } from './csv'
import { csvSafe } from './csvSafe'
import type { Exporter } from './exporter'
import { json, jsonl } from './jsonTables'
import { parquet } from './parquet'
import { projectJson } from './projectJson'
import { xlsx } from './xlsx'
import { html } from './report/html'

/** Every export format, in the order they are offered. A new one is one file and one line here. */
export const exporters: readonly Exporter[] = [
  csv,
  csvSafe,
  json,
  jsonl,
  xlsx,
  parquet,
  html,
  projectJson,
  qdpx,
  qdc,
  w3c,
  brat,
  doccano,
  labelStudio,
]
