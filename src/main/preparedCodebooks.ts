import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codebookSchema, type Codebook } from '../domain/project/codebook'
import { parse } from '../domain/project/parse'
import { idSchema, lineSchema } from '../domain/project/values'
import type { PreparedCodebook } from '../preload/contract'
import { AppError } from './failure'
import { resourcesFolder } from './resources'

const listSchema = z.array(z.object({ id: idSchema, what: lineSchema, source: lineSchema }).readonly()).readonly()

const list = async (): Promise<z.infer<typeof listSchema>> => parse(listSchema, await dataOf('codebooks.json'), 'codebooks.json')

/** The codebooks that come with Synoptic, in the order in which they are offered: the general starter first. */
export async function preparedCodebooks(): Promise<readonly PreparedCodebook[]> {
  return Promise.all((await list()).map(async (one) => ({ ...one, codebook: await codebookOf(one.id) })))
}

/** @param choice the id of a prepared codebook, or `empty` */
export async function startingCodebook(choice: string): Promise<Codebook> {
  if (choice === 'empty') return { name: 'Codebook', version: 1, log: [], dimensions: [] }
  if (!(await list()).some(({ id }) => id === choice)) throw new AppError('not-found', 'There is no such codebook among the prepared ones. No project was made; choose another one.')
  return codebookOf(choice)
}

const codebookOf = async (id: string): Promise<Codebook> => parse(codebookSchema, await dataOf(join('codebooks', `${id}.json`)), `${id}.json`)

const dataOf = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(resourcesFolder(), path), 'utf8'))
