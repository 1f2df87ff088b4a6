import { occurrences } from '../domain/text/occurrences'
import { splitsPair } from '../domain/text/span'
import type { Args, Found } from '../preload/contract'
import type { ProjectFolder } from '../storage/projectFolder'

const AROUND = 60

/** Where a string occurs in the texts of some articles, article by article. */
export async function findInTexts(project: ProjectFolder, { articles, wanted, most }: Omit<Args<'text.find'>, 'project'>): Promise<Found> {
  const hits: Found['hits'][number][] = []
  const unread: string[] = []
  for (const article of articles) {
    if (hits.length >= most) break
    try {
      const { text } = await project.text(article)
      hits.push(...occurrences(text, wanted, most - hits.length).map(({ start, end }) => ({
        article, start, end, quote: text.slice(start, end), before: text.slice(whole(text, Math.max(0, start - AROUND)), start), after: text.slice(end, whole(text, Math.min(text.length, end + AROUND))),
      })))
    } catch {
      unread.push(article)
    }
  }
  return { hits, unread }
}

const whole = (text: string, offset: number): number => (splitsPair(text, offset) ? offset - 1 : offset)
