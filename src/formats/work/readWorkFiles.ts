import { ImportRefusal } from '../import/importer'
import { SourceFile } from '../import/sourceFile'
import { isZip, readZip } from '../import/zip'
import type { WorkNews, WorkOrder } from '../reading/messages'
import { garbled, sourceOf } from '../reading/readSource'
import type { WorkReader } from './reader'
import { workReaders } from './readers'

/** Bytes of all members of a ZIP file that are looked at. */
const MOST_UNPACKED = 128 * 1024 * 1024

/**
 * Others' coding in one file, or in the files of a folder that make one work. A ZIP file that no reader knows is a folder. Runs where a file can do no
 * harm: see docs/decisions/import-in-a-worker.md.
 * @throws ImportRefusal and nothing else
 */
export async function* readWorkFiles({ files, as }: WorkOrder, readers: readonly WorkReader[] = workReaders): AsyncGenerator<WorkNews, void> {
  try {
    const reader = readers.find(({ id }) => id === as)
    if (reader) {
      const sources: SourceFile[] = []
      for (const file of files) {
        sources.push(sourceOf(file))
        yield { is: 'underway' }
      }
      yield await workOf(reader, sources, '')
    } else for (const file of files) yield* oneFile(sourceOf(file), readers)
  } catch (error) {
    throw error instanceof ImportRefusal ? error : garbled(error)
  }
}

async function* oneFile(file: SourceFile, readers: readonly WorkReader[]): AsyncGenerator<WorkNews, void> {
  const reader = await recognising(readers, file), along = readers.filter(({ beside }) => beside?.(file) === true).map(({ id }) => id)
  if (reader) yield reader.takes === 'folder' ? { is: 'part', reader: reader.id } : await workOf(reader, [file], '')
  else if (isZip(file)) yield* membersOf(await unpacked(file), readers)
  else if (along.length > 0) yield { is: 'beside', readers: along, otherwise: { reason: 'not-text', message: unknown().message } }
  else throw whyNone(file)
}

/** Why a file is nothing that a reader knows, as far as its bytes tell. */
function whyNone(file: SourceFile): ImportRefusal {
  if (file.bytes.length === 0) return new ImportRefusal('empty', 'it is empty: get it from its source again')
  if (!/\.json$/i.test(file.name)) return unknown()
  const text = new TextDecoder().decode(file.bytes)
  try {
    JSON.parse(text)
  } catch {
    return new ImportRefusal('damaged', 'it is called JSON and is none, or not whole: it was cut off, or something else was written over it. Export it again from the program it comes from')
  }
  return text.includes('"synoptic-codebook"') ? new ImportRefusal('not-text', 'it is a codebook without coding: bring it in with Codebook > Import a codebook') : unknown()
}

/** The members of a ZIP file, each a work, or together with others. */
async function* membersOf(members: readonly SourceFile[], readers: readonly WorkReader[]): AsyncGenerator<WorkNews, void> {
  const together = new Map<WorkReader, SourceFile[]>()
  let any = false
  for (const member of members) {
    const reader = await recognising(readers, member)
    if (reader?.takes === 'folder') together.set(reader, [...(together.get(reader) ?? []), member])
    else if (reader) yield await partOf(reader, [member], member.name)
    any ||= reader !== undefined
    yield { is: 'underway' }
  }
  for (const [reader, some] of together) {
    const along = members.filter((member) => !some.includes(member) && reader.beside?.(member) === true)
    yield await partOf(reader, [...some, ...along], together.size === 1 ? '' : reader.label)
  }
  if (!any) throw unknown()
}

const workOf = async (reader: WorkReader, files: readonly SourceFile[], part: string): Promise<WorkNews> => ({ is: 'work', format: reader.label, part, work: await reader.read(files) })

/** One part that can't be read is no reason to leave the others. */
async function partOf(reader: WorkReader, files: readonly SourceFile[], part: string): Promise<WorkNews> {
  try {
    return await workOf(reader, files, part)
  } catch (error) {
    const { reason, message } = error instanceof ImportRefusal ? error : garbled(error)
    return { is: 'refused', part, reason, message }
  }
}

async function unpacked(file: SourceFile): Promise<readonly SourceFile[]> {
  const zip = await readZip(file)
  const members: SourceFile[] = []
  let total = 0
  for (const name of zip.names.filter((one) => !/(^|\/)(\.|__MACOSX\/)/.test(one))) {
    const bytes = await zip.bytes(name)
    total += bytes.length
    if (total > MOST_UNPACKED) throw new ImportRefusal('too-large', 'it unpacks to more than 128 MB: unpack it and choose the folder')
    members.push(new SourceFile(name, bytes))
  }
  return members
}

async function recognising(readers: readonly WorkReader[], file: SourceFile): Promise<WorkReader | undefined> {
  for (const reader of readers) if (await reader.recognises(file)) return reader
  return undefined
}

const unknown = (): ImportRefusal =>
  new ImportRefusal('not-text', 'it is none of the formats of coding that Synoptic reads: see “Import coding” in the guide for what each program has to export. An article without coding comes in through the import of articles')
