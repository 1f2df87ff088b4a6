import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { validateXML } from 'xmllint-wasm'

/** Samples, schemas and broken files that are kept beside the repository; tests that need them are skipped where they are not. */
export const shared = resolve(import.meta.dirname, '../../../../../shared')

const folder = resolve(shared, 'samples/A_refi/xsd')

export const hasSchemas = existsSync(folder)

const files = { Project: 'Project-mrt2019.xsd', CodeBook: 'Codebook-mrt2019.xsd' }

/** What the official schema finds wrong with documents; empty where they are valid. @param root their root element */
export async function schemaErrors(documents: readonly string[], root: keyof typeof files): Promise<readonly string[]> {
  const found = await validateXML({
    xml: documents.map((contents, i) => ({ fileName: `document${i}.xml`, contents })),
    schema: [{ fileName: files[root], contents: readFileSync(resolve(folder, files[root]), 'utf8') }],
    maxMemoryPages: 16_384,
  })
  return found.errors.map(({ rawMessage }) => rawMessage)
}
