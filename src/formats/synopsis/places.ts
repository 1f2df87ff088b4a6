import { differingWordsOf, wordsOfPlace, type SheetArticle, type SheetPassage, type SheetPlace, type SynopsisSheet } from '../../domain/synopsis/sheet'

/** A cell of a table; null is an empty one. */
export type SheetCell = string | number | null

const columns = [
  'event', 'passage', 'passage_id', 'name', 'kind', 'strength', 'state', 'outlets', 'outlet', 'date', 'article_id', 'headline', 'found',
  'start', 'end', 'words', 'differing_words', 'speaker', 'cue', 'through', 'form', 'codes', 'masked',
] as const

/** Between several values of one cell. */
const BETWEEN = ' | '

/**
 * The synopsis with one row per place, and one with `found` 0 for each article in which nothing like it was found, so that omissions
 * can be counted. Passages count from 1 in the order shown; `passage_id` is the same in every export, as long as the passage begins at the same place. `start` and `end` are UTF-16 units of the article's canonical text,
 * half-open; `differing_words` are not those of most other places; `masked` is 1 when outlets went by neutral labels.
 */
export function* placeRows(sheet: SynopsisSheet): Generator<readonly SheetCell[], void> {
  yield columns
  for (const [i, passage] of sheet.passages.entries()) {
    for (const article of sheet.articles) {
      const head = headOf(sheet, passage, i + 1, article)
      const places = passage.places.filter((place) => place.article === article.id)
      if (places.length === 0) yield [...head, 0, null, null, '', '', '', '', '', '', '', Number(sheet.masked)]
      for (const place of places) yield [...head, 1, ...placeCells(place), Number(sheet.masked)]
    }
  }
}

const headOf = ({ event }: SynopsisSheet, { id, name, kind, strength, state, outlets }: SheetPassage, number: number, article: SheetArticle): readonly SheetCell[] =>
  [event, number, id, name, kind ?? '', strength === null ? null : Math.round(strength * 100) / 100, state, outlets, article.outlet, article.date, article.id, article.headline]

const placeCells = (place: SheetPlace): readonly SheetCell[] =>
  [place.start, place.end, wordsOfPlace(place), differingWordsOf(place).join(BETWEEN), place.speaker ?? '', place.cue ?? '', place.through ?? '', place.form, place.codes.join(BETWEEN)]
