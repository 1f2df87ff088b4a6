import { ownWordsOfPlace, wordsOfPlace, type SheetArticle, type SheetPassage, type SheetPlace, type SynopsisSheet } from '../../domain/synopsis/sheet'

/** A cell of a table; null is an empty one. */
export type SheetCell = string | number | null

const columns = [
  'event', 'passage', 'name', 'kind', 'strength', 'state', 'outlets', 'outlet', 'date', 'article_id', 'headline', 'reported',
  'start', 'end', 'words', 'own_words', 'speaker', 'cue', 'through', 'form', 'codes', 'masked',
] as const

/** Between several values of one cell. */
const BETWEEN = ' | '

/**
 * The synopsis with one row per place, and one with `reported` 0 for each article that leaves a passage out, so that omissions
 * can be counted. Passages count from 1 in the order shown. `start` and `end` are UTF-16 units of the article's canonical text,
 * half-open; `own_words` are those the other places don't have; `masked` is 1 when outlets went by neutral labels.
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

const headOf = ({ event }: SynopsisSheet, { name, kind, strength, state, outlets }: SheetPassage, number: number, article: SheetArticle): readonly SheetCell[] =>
  [event, number, name, kind ?? '', strength === null ? null : Math.round(strength * 100) / 100, state, outlets, article.outlet, article.date, article.id, article.headline]

const placeCells = (place: SheetPlace): readonly SheetCell[] =>
  [place.start, place.end, wordsOfPlace(place), ownWordsOfPlace(place).join(BETWEEN), place.speaker ?? '', place.cue ?? '', place.through ?? '', place.form, place.codes.join(BETWEEN)]
