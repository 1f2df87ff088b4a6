import type { Column } from '../../domain/exporting/column'

const text = (name: string, label: string, meaning: string, level: Column['level'] = null): Column => ({ name, label, meaning, type: 'text', level, values: null })
const whole = (name: string, label: string, meaning: string, level: Column['level'] = null): Column => ({ ...text(name, label, meaning, level), type: 'whole' })
const of = (...values: readonly string[]): Column['values'] => values.map((value) => ({ value, label: value }))

/** Of the article, wherever a row is about one. */
export const articleColumns: readonly Column[] = [
  text('article_id', 'Article', 'Identifies the article.'),
  text('outlet', 'Outlet', 'Who published it; empty where unknown.', 'nominal'),
  { ...text('date', 'Date', 'When it was published, or when the event was; may be a year or a month alone.'), type: 'date' },
  text('headline', 'Headline', 'The headline of the article.'),
  text('event', 'Event', 'The event it is about; empty where it belongs to none.', 'nominal'),
]

export const aboutWhat: readonly Column[] = [
  text('annotation_id', 'Annotation', 'Identifies the annotation; one of several passages has a row for each. Empty in rows that say that nothing was found.'),
  ...articleColumns,
  text('coder', 'Coder', 'Who coded it.', 'nominal'),
  text('dimension', 'Dimension', 'The dimension of the code.', 'nominal'),
  text('code', 'Code', 'The code with what it stands under, with > between them.', 'nominal'),
  { ...text('unit', 'Unit', 'What was coded: a passage, a paragraph, the article or the event as a whole.', 'nominal'), values: of('span', 'paragraph', 'article', 'event') },
  { ...text('coded', 'Coded', 'yes, or none: the coder has finished this dimension here and found nothing.', 'nominal'), values: of('yes', 'none') },
]

const quote = text('quote', 'Quotation', 'The passage; in a row of several passages they are joined with […].')

/** @param quotes whether the words of articles may leave the project */
export const aboutPlace = (quotes: boolean): readonly Column[] => [
  whole('span', 'Passage', 'Which of the annotation’s passages the row is, from 1; empty where it is all of them.'),
  whole('spans', 'Passages', 'How many passages the annotation has.', 'ratio'),
  whole('start', 'Start', 'Where the passage begins in the article’s text, in UTF-16 code units from 0.'),
  whole('end', 'End', 'Where it ends; the unit at this place is no longer part of it.'),
  ...(quotes ? [quote] : []),
]

export const score: Column = { ...text('score', 'Score', 'The mean of the code’s items: of its yes/no (1 and 0), scale and number fields that were answered.', 'interval'), type: 'number' }

export const aboutMaking: readonly Column[] = [
  { ...text('certainty', 'Certainty', 'How sure the coder is; empty where nothing was said about it.', 'ordinal'), values: of('low', 'medium', 'high') },
  text('note', 'Note', 'The coder’s memo on the annotation.'),
  whole('codebook_version', 'Codebook version', 'The version of the codebook it was made, or last confirmed, under.'),
  { ...text('blind', 'Blind', 'Whether it was coded without the outlet being seen, and not changed since while it was.', 'nominal'), type: 'yes-no' },
  { ...text('created', 'Created', 'When it was made, UTC.'), type: 'time' },
  { ...text('modified', 'Modified', 'When it was last changed, or the coding sheet was where nothing was found, UTC.'), type: 'time' },
]
