import { codeEntries } from '../../../project/codes'
import { normalName } from '../../../project/entityNames'
import { THE, type Records } from '../../../project/records'
import { sameData } from '../../change'
import type { CodeHere } from './codebook'
import type { IdHere, Work } from './work'

/** What is known here otherwise than in the work, each with how often: what is here stays. */
export interface Differences {
  /** Definitions, rules, examples or memos of codes. */
  readonly codes: number
  /** Headlines, outlets, dates or variables of articles. */
  readonly articles: number
  /** Dates or variables of events. */
  readonly events: number
  /** Kinds, aliases or memos of entities. */
  readonly entities: number
  /** Aliases or properties of outlets. */
  readonly outlets: number
}

interface Here {
  readonly codes: ReadonlyMap<string, CodeHere>
  readonly articles: IdHere
  readonly events: IdHere
  readonly entities: IdHere
}

/** Counts what of the work is not taken over, because the project says something else of the same thing. */
export function differencesOf({ codebook, article, event, entity, outlet }: Records, work: Work, here: Here): Differences {
  const before = codebook.get(THE), ours = before ? codeEntries(before) : new Map<string, never>()
  const outlets = new Map([...outlet.values()].map((one) => [normalName(one.name), one]))
  return {
    codes: [...codeEntries(work.codebook).values()].filter(({ code }) => differs(code, ours.get(here.codes.get(code.id)?.id ?? '')?.code, ['definition', 'include', 'exclude', 'examples', 'memo'])).length,
    articles: work.articles.filter((one) => differs(one, article.get(here.articles.get(one.id) ?? ''), ['headline', 'outlet', 'date', 'byline', 'section', 'language', 'url', 'variables'])).length,
    events: work.events.filter((one) => differs(one, event.get(here.events.get(one.id) ?? ''), ['name', 'date', 'variables'])).length,
    entities: work.entities.filter((one) => differs(one, entity.get(here.entities.get(one.id) ?? ''), ['kind', 'aliases', 'memo'])).length,
    outlets: work.outlets.filter((one) => differs(one, outlets.get(normalName(one.name)), ['aliases', 'variables'])).length,
  }
}

/** Whether something that says anything says it otherwise here. */
const differs = <T extends object>(theirs: T, ours: T | undefined, of: readonly (keyof T)[]): boolean =>
  ours !== undefined && of.some((member) => !isEmpty(theirs[member]) && !sameData(theirs[member], ours[member]))

const isEmpty = (value: unknown): boolean => value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
