import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ParseError } from '../domain/project/parse'
import { startingCodebook } from '../formats/preparedCodebooks'
import { sampleProject } from '../formats/sampleProject'
import type { ProjectContents } from '../formats/source'
import { resourcesFolder } from './resources'

/** The sample project, with fresh ids. */
export async function sampleContents(id: () => string): Promise<ProjectContents> {
  const folder = join(resourcesFolder(), 'sample')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
  const texts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
  const codebook = await startingCodebook(resourcesFolder(), 'starter')
  if (!codebook) throw new ParseError('the sample project', ['its codebook is missing'])
  const data: unknown = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'))
  return sampleProject({ data, texts, codebook }, { id, now: new Date().toISOString() })
}
