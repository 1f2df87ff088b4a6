import type { ExportOrder } from '../../../../src/domain/exporting/order'
import { usualOrder } from '../../../../src/domain/exporting/usual'
import { positionsOnly } from '../../../../src/formats/export/positionsOnly'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { readZip } from '../../../../src/formats/import/zip'
import { qdpx } from '../../../../src/formats/refi/qdpx'
import type { ProjectContents } from '../../../../src/formats/source'
import { sourceOf } from '../../../fixtures/projects'

/** A project as a .qdpx file. */
export async function written(contents: ProjectContents, order: Partial<ExportOrder> = {}): Promise<SourceFile> {
  const asked = { ...usualOrder, shape: 'project' as const, format: 'qdpx' as const, ...order }
  const chunks: Uint8Array[] = []
  for (const file of qdpx.files(asked.texts ? sourceOf(contents) : positionsOnly(sourceOf(contents)), asked)) for await (const chunk of file.chunks()) chunks.push(Buffer.from(chunk))
  return new SourceFile('study.qdpx', Buffer.concat(chunks))
}

/** The texts in a ZIP file by their names. */
export async function unpacked(file: SourceFile): Promise<Readonly<Record<string, string>>> {
  const zip = await readZip(file)
  return Object.fromEntries(await Promise.all(zip.names.map(async (name) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await zip.bytes(name))] as const)))
}
