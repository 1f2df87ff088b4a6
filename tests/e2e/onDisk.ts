import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotation } from '../../src/domain/project/annotation'
import type { Article } from '../../src/domain/project/article'
import type { Entity } from '../../src/domain/project/entity'
import type { NewsEvent } from '../../src/domain/project/event'
import type { Outlet } from '../../src/domain/project/outlet'
import type { ProjectInfo } from '../../src/domain/project/info'
import type { Ruling } from '../../src/domain/project/ruling'
import type { ViewState } from '../../src/preload/contract'

/** What is written in a project's folder, read without any of the application's code. */
export interface OnDisk {
  readonly articles: readonly Article[]
  readonly events: readonly NewsEvent[]
  /** All coders', sorted by id. */
  readonly annotations: readonly Annotation[]
  /** Article id -> canonical text. */
  readonly texts: ReadonlyMap<string, string>
}

export async function readProject(folder: string, { texts: withTexts = true } = {}): Promise<OnDisk> {
  const parts = (await readdir(join(folder, 'articles/index'))).filter((name) => name.endsWith('.json')).sort()
  const articles = (await Promise.all(parts.map((name) => dataIn<{ articles: Article[] }>(join(folder, 'articles/index', name))))).flatMap((part) => part.articles)
  const { events } = await dataIn<{ events: NewsEvent[] }>(join(folder, 'events.json'))
  const texts = new Map<string, string>()
  if (withTexts) for (const { id } of articles) texts.set(id, await readFile(join(folder, 'articles/text', `${id}.txt`), 'utf8'))
  return { articles, events, texts, annotations: await readAnnotations(folder) }
}

/** Which project it is. */
export const readInfo = async (folder: string): Promise<ProjectInfo> => (await dataIn<{ info: ProjectInfo }>(join(folder, 'project.json'))).info

/** The register, sorted by name. */
export async function readEntities(folder: string): Promise<Entity[]> {
  const { entities } = await dataIn<{ entities: Entity[] }>(join(folder, 'entities.json'))
  return entities.sort((a, b) => a.name.localeCompare(b.name))
}

/** What was decided on shared passages. */
export async function readRulings(folder: string): Promise<readonly Ruling[]> {
  const { rulings } = await dataIn<{ rulings: Ruling[] }>(join(folder, 'rulings.json'))
  return rulings
}

/** What is known of outlets, sorted by name. */
export async function readOutlets(folder: string): Promise<Outlet[]> {
  const { outlets } = await dataIn<{ outlets: Outlet[] }>(join(folder, 'outlets.json'))
  return outlets.sort((a, b) => a.name.localeCompare(b.name))
}

/** Sorted by id. */
export async function readAnnotations(folder: string): Promise<Annotation[]> {
  const shards = await Promise.all((await shardsOf(folder)).map((file) => dataIn<{ annotations: Annotation[] }>(file)))
  return shards.flatMap(({ annotations }) => annotations).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The files of annotations, one for each coder and article. */
export async function shardsOf(folder: string): Promise<string[]> {
  const found = await readdir(join(folder, 'annotations'), { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map((entry) => join(entry.parentPath, entry.name)).sort()
}

/** Where the researcher was last, as this machine remembers it; undefined before the first time. */
export async function rememberedView(dataDir: string): Promise<ViewState | undefined> {
  const [only] = await readdir(join(dataDir, 'views')).catch(() => [])
  return only === undefined ? undefined : (JSON.parse(await readFile(join(dataDir, 'views', only), 'utf8')) as ViewState)
}

async function dataIn<T>(file: string): Promise<T> {
  return (JSON.parse(await readFile(file, 'utf8')) as { data: T }).data
}

/** The quotes of annotations with their codes, sorted: what one compares when ids don't matter. */
export const codings = (annotations: readonly Annotation[]): string[] =>
  annotations.map(({ code, spans }) => `${code}: ${spans.map((span) => span.quote).join(' … ')}`).sort()
