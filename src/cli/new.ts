import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import type { Codebook } from '../domain/project/codebook'
import { parseCodebookFile } from '../formats/codebookFile'
import { decode } from '../formats/decode'
import { preparedCodebooks, startingCodebook } from '../formats/preparedCodebooks'
import { createProject } from '../storage/projectFolder'
import type { Console } from './console'
import { CliError, exits } from './exits'
import { resources } from './installed'

interface NewOptions {
  readonly name?: string
  readonly coder: string
  readonly codebook: string
}

/** Makes a project in a folder that does not exist yet or is empty. */
export async function newProject(folder: string, { name, coder, codebook }: NewOptions, out: Console): Promise<number> {
  const path = resolve(folder)
  const called = name ?? basename(path, '.synoptic')
  const now = new Date().toISOString()
  await createProject(path, { info: { id: randomUUID(), name: called, created: now, memo: '' }, coder: { id: randomUUID(), name: coder, joined: now }, codebook: await codebookOf(codebook, out) })
  out.answer({ project: path, name: called }, [`Made the project “${called}”.`])
  return exits.done
}

async function codebookOf(choice: string, out: Console): Promise<Codebook> {
  const prepared = await startingCodebook(resources, choice)
  if (prepared) return prepared
  if (extname(choice) !== '.json') {
    const ids = (await preparedCodebooks(resources)).map(({ id }) => id)
    throw new CliError(exits.usage, `There is no prepared codebook called ${choice}. Name a codebook file (.json) or one of: empty, ${ids.join(', ')}.`)
  }
  const read = decode(await readFile(choice).catch(() => { throw new CliError(exits.failed, `${choice} can’t be read.`) }))
  if (!read.ok) throw new CliError(exits.failed, `${choice}: ${read.message}.`)
  const { codebook, report } = parseCodebookFile(read.text, basename(choice), randomUUID)
  for (const line of report) out.say(line)
  return codebook
}
