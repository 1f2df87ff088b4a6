import { emptyRecords, putRecord, THE, type Records } from '../domain/project/records'
import type { ProjectContents } from '../formats/source'
import type { ProjectFolder } from '../storage/projectFolder'

/** What a project holds as far as others' coding can touch it: all but what was coded of other articles. Its own to change. */
export async function recordsFor(folder: ProjectFolder, works: readonly ProjectContents[]): Promise<Records> {
  await folder.readArticles()
  const { info, coders, codebook, events, entities, outlets, rulings, articles } = folder.records
  const records = emptyRecords()
  putRecord(records, 'project', THE, info)
  putRecord(records, 'codebook', THE, codebook)
  for (const one of coders) putRecord(records, 'coder', one.id, one)
  for (const one of events) putRecord(records, 'event', one.id, one)
  for (const one of entities) putRecord(records, 'entity', one.id, one)
  for (const one of outlets) putRecord(records, 'outlet', one.id, one)
  for (const one of rulings) putRecord(records, 'ruling', one.id, one)
  for (const one of articles) putRecord(records, 'article', one.id, one)
  const coded = await folder.annotations([...subjectsOf(records, works)])
  for (const one of coded.sheets) putRecord(records, 'sheet', one.id, one)
  for (const one of coded.annotations) putRecord(records, 'annotation', one.id, one)
  return records
}

/** All events, and the articles that are, or have in any version the text of, one of those works. */
function* subjectsOf({ event, article }: Records, works: readonly ProjectContents[]): Iterable<string> {
  yield* event.keys()
  const ids = new Set(works.flatMap(({ articles }) => articles.map(({ id }) => id)))
  const texts = new Set(works.flatMap(({ articles }) => articles.flatMap(({ hash, earlier }) => [hash, ...earlier.map((one) => one.hash)])))
  for (const { id, hash, earlier } of article.values()) if (ids.has(id) || texts.has(hash) || earlier.some((one) => texts.has(one.hash))) yield id
}
