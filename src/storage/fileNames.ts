import { idSchema } from '../domain/project/values'
import type { FileKind } from '../domain/project/fileKind'
import { StorageError } from './storageError'

/** The files of a project besides texts and annotations, by kind; every one but `entities` is in each. Names are relative to the project folder, with slashes. */
export const CORE = { project: 'project.json', codebook: 'codebook.json', events: 'events.json', entities: 'entities.json', outlets: 'outlets.json', articles: 'articles/index.json' } as const

export type CoreKind = keyof typeof CORE
export const coreKinds = Object.keys(CORE) as readonly CoreKind[]

export const ANNOTATIONS = 'annotations'
export const QUARANTINE = '.quarantine'
export const JOURNAL = '.journal'
export const LOCK = '.lock'

export const isId = (name: string): boolean => idSchema.safeParse(name).success

/** Where one coder's annotations of one article or event are. @throws StorageError 'refused' when an id is not one */
export const shardFile = (coder: string, subject: string): string => `${ANNOTATIONS}/${checked(coder)}/${checked(subject)}.json`

/** Where a version of an article's canonical text is; versions count from 1. @throws StorageError 'refused' when the id is not one */
export const textFile = (article: string, version: number): string => `articles/text/${checked(article)}${version === 1 ? '' : `.v${version}`}.txt`

/** Whose annotations of what a file holds; null when it is no such file. */
export function shardOf(file: string): { readonly coder: string; readonly subject: string } | null {
  const [folder, coder, name, ...more] = file.split('/')
  const subject = name?.endsWith('.json') ? name.slice(0, -'.json'.length) : ''
  return folder === ANNOTATIONS && coder !== undefined && more.length === 0 && isId(coder) && isId(subject) ? { coder, subject } : null
}

/** What kind of records a file holds; null when it is none of the project's. */
export function kindOf(file: string): FileKind | null {
  return coreKinds.find((kind) => CORE[kind] === file) ?? (shardOf(file) ? 'annotations' : null)
}

function checked(id: string): string {
  if (isId(id)) return id
  throw new StorageError('refused', `“${id}” can’t be part of a file name, so nothing was read or written. This is a fault of Synoptic or of what was imported.`)
}
