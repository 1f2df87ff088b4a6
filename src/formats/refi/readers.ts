import { ImportRefusal } from '../import/importer'
import type { SourceFile } from '../import/sourceFile'
import { headHas, isZip, readZip } from '../import/zip'
import type { WorkReader } from '../work/reader'
import { readCodes } from './readCodes'
import { Reading } from './reading'
import { readProject } from './readProject'
import { bareXml, opened, projectIn } from './texts'
import { childOf, childrenOf, readTree, type XmlElement } from './tree'

/** REFI-QDA projects, as NVivo, MAXQDA, ATLAS.ti, QualCoder and Synoptic write them; also the `project.qde` alone. */
export const refiProject: WorkReader = {
  id: 'refi-project',
  label: 'REFI-QDA project (.qdpx)',
  takes: 'file',
  recognises: (file) => /\.(qdpx|qde)$/i.test(file.name) || (isZip(file) ? holdsProject(file) : headHas(file, 'QDA-XML:project')),
  read: async ([file]) => {
    const { xml, text } = await opened(theFile(file))
    return { raw: await readProject(rooted(readTree(xml), 'Project'), text) }
  },
}

/** REFI-QDA codebooks: dimensions and codes, and no coding. */
export const refiCodebook: WorkReader = {
  id: 'refi-codebook',
  label: 'REFI-QDA codebook (.qdc)',
  takes: 'file',
  recognises: (file) => /\.qdc$/i.test(file.name) || (!isZip(file) && headHas(file, 'QDA-XML:codebook')),
  read: ([file]) => {
    const root = rooted(readTree(bareXml(theFile(file))), 'CodeBook')
    const reading = new Reading(root)
    const { dimensions } = readCodes(childOf(root, 'Codes'), new Set(), reading)
    reading.lost('groups of codes', childrenOf(childOf(root, 'Sets'), 'Set').length)
    return { raw: { format: 'refi-codebook', lasting: true, program: reading.program, name: '', coders: [], dimensions, events: [], documents: [], codings: [], usual: null, losses: reading.losses() } }
  },
}

async function holdsProject(file: SourceFile): Promise<boolean> {
  try {
    return projectIn(await readZip(file)) !== undefined
  } catch {
    return false
  }
}

function theFile(file: SourceFile | undefined): SourceFile {
  if (!file) throw new RangeError('There is no file to read.')
  return file
}

function rooted(root: XmlElement, name: string): XmlElement {
  if (root.name !== name) throw new ImportRefusal('unreadable', `it is XML, but no ${name === 'Project' ? 'project' : 'codebook'} of REFI-QDA. Export it from its program again`)
  return root
}
