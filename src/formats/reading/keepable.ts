import { isDate } from '../../domain/project/dates'
import { LONGEST_LINE } from '../../domain/project/limits'
import type { ImportProblem } from '../../domain/import/problem'
import type { FoundArticle } from '../import/importer'

const lines = ['headline', 'outlet', 'byline', 'section', 'language', 'url'] as const

/** An article with nothing in it that a project can't keep: what had to be altered is among its problems. */
export function keepable(found: FoundArticle): FoundArticle {
  const notes: ImportProblem[] = []
  const line = (name: string, value: string): string => {
    if (value.length <= LONGEST_LINE) return wellFormed(value)
    notes.push({ kind: 'note', message: `“${name.slice(0, 100)}” has more than ${LONGEST_LINE.toLocaleString('en')} characters; the rest was left out.` })
    return wellFormed(value.slice(0, LONGEST_LINE))
  }
  const text = wellFormed(found.text)
  if (text !== found.text) notes.push({ kind: 'note', message: 'It holds halves of characters, which no file can keep; each is replaced by \uFFFD.' })
  const date = isDate(found.date) ? found.date : ''
  if (date !== found.date) notes.push({ kind: 'unread-date', quote: found.date.slice(0, 200) })
  const fields = Object.fromEntries(lines.map((name) => [name, line(name, found[name])])) as Record<(typeof lines)[number], string>
  const variables = Object.fromEntries(Object.entries(found.variables).map(([name, value]) => [line('variable', name), line(name, value)]))
  const passages = text === found.text ? found.passages : found.passages.map((one) => ({ ...one, quote: wellFormed(one.quote) }))
  return { ...found, ...fields, text, date, variables, passages, problems: notes.length === 0 ? found.problems : [...found.problems, ...notes] }
}

const HALF = /\p{Surrogate}/gu

/** Halves of surrogate pairs have no UTF-8; replaced one by one, every offset stays. */
const wellFormed = (text: string): string => text.replace(HALF, '\uFFFD')
