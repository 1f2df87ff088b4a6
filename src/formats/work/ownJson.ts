import type { Annotation } from '../../domain/project/annotation'
import { NewerVersionError } from '../../domain/project/format'
import { ParseError } from '../../domain/project/parse'
import { holds } from '../../domain/text/anchor'
import { splitsPair } from '../../domain/text/span'
import { PROJECT_FORMAT } from '../export/projectFormat'
import { ImportRefusal } from '../import/importer'
import { jsonValues } from '../import/jsonValues'
import type { SourceFile } from '../import/sourceFile'
import { hasText, textOf } from '../import/text'
import { parseProjectJson } from '../parseProjectJson'
import type { ProjectContents } from '../source'
import { Losses } from './losses'
import type { WorkReader } from './reader'

const OWN = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${PROJECT_FORMAT}"`)

/** A project that `projectJson` wrote, whole or without texts. Its offsets are ours. */
export const ownJson: WorkReader = {
  id: 'synoptic',
  label: 'Synoptic JSON',
  takes: 'file',
  recognises: (file) => hasText(file) && OWN.test(textOf(file)),
  read: (files) => {
    const losses = new Losses()
    const contents = standing(files.map(parsed)[0] ?? nothing(), losses)
    return { contents, losses: losses.all }
  },
}

function parsed(file: SourceFile): ProjectContents {
  const text = textOf(file)
  // Nested too deeply, parsing it would take all there is.
  const [whole] = jsonValues(text)
  if (whole && !whole.whole) throw new ImportRefusal('damaged', 'it is cut off: export it again in Synoptic, or get it from its source again')
  try {
    return parseProjectJson(text, 'the file')
  } catch (error) {
    if (error instanceof NewerVersionError) throw new ImportRefusal('unreadable', `it was ${error.message}: install the newer one`)
    if (error instanceof ParseError) throw new ImportRefusal('damaged', `it is not what Synoptic writes: ${error.problems.slice(0, 3).join('; ')}. Export it again, or get it from its source again`)
    throw error
  }
}

function nothing(): never {
  throw new ImportRefusal('empty', 'there is nothing in it')
}

/** Without annotations whose words don't stand where they say: nobody would see them where they belong. */
function standing(contents: ProjectContents, losses: Losses): ProjectContents {
  const versions = new Map(contents.articles.map(({ id, version }) => [id, version]))
  const stands = ({ subject, spans, textVersion }: Annotation): boolean => {
    const text = contents.texts.get(subject)
    // What counts in an earlier text is not found in this one, and says so.
    if (text === undefined || textVersion !== versions.get(subject)) return true
    return spans.every((span) => holds(text, span) && !splitsPair(text, span.start) && !splitsPair(text, span.end))
  }
  const annotations = contents.annotations.filter(stands)
  losses.add('annotations whose words do not stand where they say', contents.annotations.length - annotations.length)
  return { ...contents, annotations }
}
