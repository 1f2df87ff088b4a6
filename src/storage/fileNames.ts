import { idSchema } from '../domain/project/values'
import type { FileKind } from '../domain/project/fileKind'
import { StorageError } from './storageError'

/** The files of a project besides articles, texts and annotations, by kind. Names are relative to the project folder, with slashes. */
export const CORE = { project: 'project.json', codebook: 'codebook.json', events: 'events.json', entities: 'entities.json', outlets: 'outlets.json', rulings: 'rulings.json' } as const

export type CoreKind = keyof typeof CORE
export const coreKinds = Object.keys(CORE) as readonly CoreKind[]

export const TEXTS = 'articles/text'
/** The folder with the list of articles. */
export const INDEX = 'articles/index'
/** Where formats 1 and 2 had all of it. */
export const OLD_INDEX = 'articles/index.json'

export const ANNOTATIONS = 'annotations'
export const QUARANTINE = '.quarantine'
export const JOURNAL = '.journal'
export const LOCK = '.lock'
/** Which files the project has had. */
export const MANIFEST = 'manifest'
/** Texts of articles that may come in, until somebody decides. */
export const STAGED = '.staged'

export const isId = (name: string): boolean => idSchema.safeParse(name).success

/**
 * Where an article stands in the list of articles: in one of 256 files, told by its id alone (FNV-1a, Fowler, Noll and Vo; the
 * last eight bits), so that changing one of 100,000 articles writes some hundreds. @throws StorageError 'refused' when the id is not one
 */
export const articlesFile = (article: string): string => `${INDEX}/${(fnv1a(checked(article)) & 0xff).toString(16).padStart(2, '0')}.json`

export const isArticlesFile = (file: string): boolean => file === OLD_INDEX || /^articles\/index\/[0-9a-f]{2}\.json$/.test(file)

/** Where one coder's annotations of one article or event are. @throws StorageError 'refused' when an id is not one */
export const shardFile = (coder: string, subject: string): string => `${ANNOTATIONS}/${checked(coder)}/${checked(subject)}.json`

/** Where a version of an article's canonical text is; versions count from 1. @throws StorageError 'refused' when the id is not one */
export const textFile = (article: string, version: number): string => `articles/text/${checked(article)}${version === 1 ? '' : `.v${version}`}.txt`

/** Which version of whose text a file is; null when it is no such file. */
export function textOf(file: string): { readonly article: string; readonly version: number } | null {
  const [, article = '', version = '1'] = /^articles\/text\/([^./]+)(?:\.v([1-9]\d{0,8}))?\.txt$/.exec(file) ?? []
  return isId(article) && textFile(article, Number(version)) === file ? { article, version: Number(version) } : null
}

/** Where the text of an article waits. @throws StorageError 'refused' when the id is not one */
export const stagedFile = (article: string): string => `${STAGED}/${checked(article)}.txt`

/** Whose annotations of what a file holds; null when it is no such file. */
export function shardOf(file: string): { readonly coder: string; readonly subject: string } | null {
  const [folder, coder, name, ...more] = file.split('/')
  const subject = name?.endsWith('.json') ? name.slice(0, -'.json'.length) : ''
  return folder === ANNOTATIONS && coder !== undefined && more.length === 0 && isId(coder) && isId(subject) ? { coder, subject } : null
}

/** What kind of records a file holds; null when it is none of the project's. */
export function kindOf(file: string): FileKind | null {
  if (isArticlesFile(file)) return 'articles'
  return coreKinds.find((kind) => CORE[kind] === file) ?? (shardOf(file) ? 'annotations' : null)
}

function checked(id: string): string {
  if (isId(id)) return id
  throw new StorageError('refused', `“${id}” can’t be part of a file name, so nothing was read or written. This is a fault of Synoptic or of what was imported.`)
}

/** Fowler, Noll and Vo's sum of a name, in 32 bits. */
export function fnv1a(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
