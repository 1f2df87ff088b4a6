import type { Circumstances } from '../domain/changes/command'
import { takeInWork } from '../domain/changes/commands/takeInWork'
import type { Differences } from '../domain/changes/commands/takeIn/differences'
import { codeEntries } from '../domain/project/codes'
import { coderCalled } from '../exchange/coderCalled'
import type { Records } from '../domain/project/records'
import { lossLine } from '../formats/work/losses'
import type { PlacedWork } from '../formats/work/place'
import type { FoundWork } from '../formats/work/readWorks'
import type { FoundCoder, FoundWorkFile } from '../preload/contract'

/** What a file holds and what of it the project has: told by taking it in on trial. The records stay as they are. */
export function describe({ key, file, format, work: read }: FoundWork, placed: PlacedWork, records: Records, at: Circumstances): FoundWorkFile {
  const { contents, readings, reading, examples, losses, codings } = placed
  const coders = codersOf(placed, records)
  const { report } = takeInWork(records, contents, coderIds(coders), at)
  const codes = codeEntries(contents.codebook).size
  const total = 'raw' in read ? read.raw.documents.length : contents.articles.length
  return {
    key, file, format, program: 'raw' in read ? read.raw.program : 'Synoptic', name: contents.info.name,
    documents: { total, known: report.knownArticles, missing: total - report.knownArticles - report.articles },
    coders, codes, knownCodes: Math.max(0, codes - report.codes), codings, placed: placed.placed - report.leftOutAnnotations,
    fresh: { articles: report.articles, annotations: report.annotations, codes: report.codes },
    readings, reading, examples, losses: [...losses, ...stayingAsHere(report.different)],
  }
}

const words: Readonly<Record<keyof Differences, string>> = {
  codes: 'definitions, rules, examples or memos of codes that are here', articles: 'headlines, dates or variables of articles that are here', events: 'dates or variables of events that are here',
  entities: 'kinds, aliases or memos of entities that are here', outlets: 'aliases or properties of outlets that are here',
}

/** What the project says otherwise stays as it is. */
const stayingAsHere = (different: Differences): readonly string[] =>
  (Object.keys(words) as (keyof Differences)[]).filter((kind) => different[kind] > 0).map((kind) => lossLine({ what: words[kind], count: different[kind] }))

const coderIds = (coders: readonly FoundCoder[]): ReadonlyMap<string, string> => new Map(coders.flatMap(({ key, here }) => (here === null ? [] : [[key, here] as const])))

/** Who coded: the same person where the id is the same, likely so where the name is. */
function codersOf({ contents }: PlacedWork, records: Records): readonly FoundCoder[] {
  const counts = new Map<string, number>()
  for (const { coder } of contents.annotations) counts.set(coder, (counts.get(coder) ?? 0) + 1)
  return contents.coders.map(({ id, name }) => {
    const certain = records.coder.has(id)
    return { key: id, name, codings: counts.get(id) ?? 0, here: certain ? id : coderCalled(name, [...records.coder.values()]), certain }
  })
}
