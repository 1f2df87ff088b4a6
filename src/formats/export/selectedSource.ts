import { selectedCodebook } from '../../domain/exporting/selectedCodebook'
import type { Selection } from '../../domain/exporting/selection'
import { everything } from '../../domain/exporting/usual'
import { codeEntries, missingFields } from '../../domain/project/codes'
import { isWithin } from '../../domain/query/articleQuery'
import type { Coded, ProjectSource } from '../source'

/**
 * The part of a project that is to be exported: articles that meet every condition, their events, what chosen coders
 * coded of them with chosen codes, and the outlets they are from. Whoever coded something in a dimension that is left out,
 * because its code is not chosen or a required field is empty, has not finished the dimension there: otherwise it would seem that nothing was found.
 */
export function selectedSource(source: ProjectSource, selection: Selection): ProjectSource {
  if (JSON.stringify({ ...everything, ...selection }) === JSON.stringify(everything)) return source
  const codebook = selectedCodebook(source.codebook, selection)
  const coders = oneOf(selection.coders)
  const { articles, events } = subjectsOf(source, selection)
  const fewer = articles.length < source.articles.length
  const [known, told, named] = [new Set(articles.map(({ id }) => id)), new Set(events.map(({ id }) => id)), new Set(articles.map(({ outlet }) => outlet))]
  const cut = coding(source, selection)
  return {
    ...source, codebook, articles, events,
    ...(selection.codes && { chosen: new Set(selection.codes) }),
    coders: source.coders.filter(({ id }) => coders(id)),
    outlets: fewer ? source.outlets.filter(({ name }) => named.has(name)) : source.outlets,
    rulings: source.rulings.filter(({ coder, event, groups }) => coders(coder) && told.has(event) && groups.every((group) => group.every(({ article }) => known.has(article)))),
    coded: async (subject) => cut(await source.coded(subject)),
  }
}

const oneOf = (ids: readonly string[] | null): ((id: string) => boolean) => {
  const set = ids && new Set(ids)
  return (id) => set === null || set.has(id)
}

function subjectsOf(source: ProjectSource, { articles: wanted, events: stories, from, to }: Selection): Pick<ProjectSource, 'articles' | 'events'> {
  const [isWanted, isStory] = [oneOf(wanted), oneOf(stories)]
  const articles = source.articles.filter(({ id, event, date }) => isWanted(id) && (stories === null || (event !== null && isStory(event))) && isWithin(date, from, to))
  const told = new Set(articles.map(({ event }) => event))
  return { articles, events: source.events.filter(({ id, date }) => isStory(id) && (told.has(id) || (wanted === null && isWithin(date, from, to)))) }
}

function coding({ codebook }: ProjectSource, { coders, dimensions, codes, complete }: Selection): (coded: Coded) => Coded {
  const entries = codeEntries(codebook)
  const [isCoder, isDimension, isCode] = [oneOf(coders), oneOf(dimensions), oneOf(codes)]
  return ({ annotations, sheets }) => {
    /** `coder dimension`, where something is left out. */
    const unfinished = new Set<string>()
    const kept = annotations.filter((one) => {
      const entry = entries.get(one.code)
      if (!isCoder(one.coder) || !(dimensions === null || (entry !== undefined && isDimension(entry.dimension.id)))) return false
      if (isCode(one.code) && !(complete && entry && missingFields(one, entry).length > 0)) return true
      if (entry) unfinished.add(`${one.coder} ${entry.dimension.id}`)
      return false
    })
    return {
      annotations: kept,
      sheets: sheets.filter(({ coder }) => isCoder(coder)).map((sheet) => ({ ...sheet, coded: sheet.coded.filter((id) => isDimension(id) && !unfinished.has(`${sheet.coder} ${id}`)) })),
    }
  }
}
