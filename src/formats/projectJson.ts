import type { Exporter } from './exporter'
import type { ProjectContents } from './source'

export const projectJson = {
  id: 'json',
  label: 'JSON, the whole project',
  extension: 'json',
  async *run(_source) {
    yield ''
  },
} as const satisfies Exporter

/** @throws ParseError, or NewerVersionError */
export function parseProjectJson(_text: string): ProjectContents {
  throw new Error('parseProjectJson is not there yet')
}
