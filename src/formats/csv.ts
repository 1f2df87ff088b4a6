import type { Exporter } from './exporter'

export const csv = {
  id: 'csv',
  label: 'CSV, one row per annotation',
  extension: 'csv',
  async *run(_source) {
    yield ''
  },
} as const satisfies Exporter
