import { inChunks } from '../export/chunks'
import type { Exporter } from '../export/exporter'
import { zipped, type Member } from '../export/zipped'
import { commonLosses } from '../interchange/placed'
import type { ProjectSource } from '../source'
import { projectXml } from './writeProject'
import { fileText, textPath } from './writeSources'
import { writingOf, type Writing } from './writing'

/** So many members Synoptic reads of a ZIP file, `project.qde` among them. */
const MOST_MEMBERS = 10_000

/**
 * REFI-QDA project (version 1.5 of the specification, schema of 18 March 2019): `project.qde`, and each text in `sources`.
 * What the format has no place for follows a convention of ours: see `withBlock` and docs/guide/qdpx.md.
 */
export const qdpx: Exporter = {
  id: 'qdpx',
  label: 'REFI-QDA project (.qdpx)',
  about: 'For NVivo, MAXQDA, ATLAS.ti, QualCoder and others. Fields of codes stand in the comments of passages, where Synoptic reads them back.',
  shapes: ['project'],
  extension: 'qdpx',
  files: (source, order) => [{ ending: '.qdpx', chunks: () => zipped(members(writingOf(source, order))) }],
  losses: (source) => lossesOf(source),
}

function* members(writing: Writing): Generator<Member, void> {
  const { articles, text } = writing.source
  yield { name: 'project.qde', content: () => inChunks(projectXml(writing)) }
  if (!text) return
  for (const { id } of articles) yield { name: `sources/${textPath(id, writing)}`, content: () => textOf(id, text, writing) }
}

async function* textOf(id: string, text: NonNullable<ProjectSource['text']>, writing: Writing): AsyncGenerator<string, void> {
  yield fileText(await text(id), writing)
}

function lossesOf(source: ProjectSource): readonly string[] {
  const { articles, text } = source
  return [
    ...commonLosses(source),
    ...(text ? [] : ['Other programs can’t show the passages without the texts; Synoptic finds the articles again in a project that has them.']),
    ...(articles.some(({ copies }) => copies) ? ['Which articles are copies of each other is left out.'] : []),
    ...(text && articles.length >= MOST_MEMBERS ? [`Synoptic itself reads .qdpx files of at most ${MOST_MEMBERS - 1} texts: export parts of the project to read them back.`] : []),
  ]
}
