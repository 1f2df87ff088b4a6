import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codebookSchema, type Codebook } from '../domain/project/codebook'
import { parse } from '../domain/project/parse'
import { idSchema, lineSchema } from '../domain/project/values'

/** A codebook that comes with Synoptic. */
export interface PreparedCodebook {
  readonly id: string
  readonly what: string
  /** Whose scheme it follows. */
  readonly source: string
  readonly codebook: Codebook
}

const listSchema = z.array(z.object({ id: idSchema, what: lineSchema, source: lineSchema }).readonly()).readonly()

const list = async (resources: string): Promise<z.infer<typeof listSchema>> => parse(listSchema, await dataOf(join(resources, 'codebooks.json')), 'codebooks.json')

/** The codebooks that come with Synoptic, in the order in which they are offered: the general starter first. @param resources the folder of data files */
export async function preparedCodebooks(resources: string): Promise<readonly PreparedCodebook[]> {
  return Promise.all((await list(resources)).map(async (one) => ({ ...one, codebook: await codebookOf(resources, one.id) })))
}

/** @param choice the id of a prepared codebook, or `empty`; @returns null where there is none of that id */
export async function startingCodebook(resources: string, choice: string): Promise<Codebook | null> {
  if (choice === 'empty') return { name: 'Codebook', version: 1, log: [], dimensions: [] }
  return (await list(resources)).some(({ id }) => id === choice) ? codebookOf(resources, choice) : null
}

const codebookOf = async (resources: string, id: string): Promise<Codebook> => parse(codebookSchema, await dataOf(join(resources, 'codebooks', `${id}.json`)), `${id}.json`)

const dataOf = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))
