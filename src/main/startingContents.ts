import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codebookSchema, type Codebook } from '../domain/project/codebook'
import { parse } from '../domain/project/parse'
import { sampleProject } from '../formats/sampleProject'
import type { ProjectContents } from '../formats/source'
import { resourcesFolder } from './resources'

/** The codebook a new project begins with. */
export async function starterCodebook(): Promise<Codebook> {
  const text = await readFile(join(resourcesFolder(), 'codebooks', 'starter.json'), 'utf8')
  return parse(codebookSchema, JSON.parse(text), 'starter codebook')
}

/** The sample project, with fresh ids. */
export async function sampleContents(id: () => string): Promise<ProjectContents> {
  const folder = join(resourcesFolder(), 'sample')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt'))
  const texts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
  const data: unknown = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'))
  return sampleProject({ data, texts, codebook: await starterCodebook() }, { id, now: new Date().toISOString() })
}
