import { cpus, release, totalmem } from 'node:os'
import { app, screen } from 'electron'
import { architectures, platforms, wordOf } from '../../domain/diagnostics/logEntry'
import { FORMAT_VERSION } from '../../domain/project/format'
import type { ProjectFolder } from '../../storage/projectFolder'
import type { ReportFacts } from './problemReport'
import { engineVersions } from './versions'

/** What can be said of this computer and of a project without saying whose they are. */
export function reportFacts(project: ProjectFolder | null): ReportFacts {
  const { electron: Electron, chrome: Chrome, node: Node } = engineVersions()
  return {
    versions: { Synoptic: app.getVersion(), Electron, Chrome, Node, 'File format': String(FORMAT_VERSION) },
    computer: [
      `${wordOf(platforms, process.platform)} ${digitsOf(release())}, ${wordOf(architectures, process.arch)}`,
      `${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB of memory`,
      ...screen.getAllDisplays().map(({ size, scaleFactor }) => `A screen of ${size.width} x ${size.height} at ${Math.round(scaleFactor * 100)} %`),
    ],
    project: project && countsIn(project),
  }
}

/** How much there is in a project, as far as it has been read. */
function countsIn({ records, articlesRead, damaged, readOnly }: ProjectFolder): Readonly<Record<string, string | number>> {
  const { articles, events, entities, outlets, rulings, coders, codebook } = records
  return {
    ...(articlesRead && { Articles: articles.length }), Events: events.length, Entities: entities.length, Outlets: outlets.length, Rulings: rulings.length,
    Coders: coders.length, Dimensions: codebook.dimensions.length, 'Damaged files': damaged.length, 'Open for': readOnly === null ? 'reading and writing' : 'reading only',
  }
}

/** Kernels that were built by hand have any word in their version. */
const digitsOf = (version: string): string => /^\d+(\.\d+)*/.exec(version)?.[0] ?? ''
