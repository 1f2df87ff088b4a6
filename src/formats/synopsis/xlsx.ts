import { wordsOfPlace, type SheetPassage, type SheetPlace, type SynopsisSheet } from '../../domain/synopsis/sheet'
import { attributionLine, kindWords } from '../../domain/synopsis/words'
import type { Sheet, SheetCell, StyledText } from '../workbook/sheet'
import { workbook } from '../workbook/workbook'
import { placeRows } from './places'

/** A workbook with the synopsis as it is shown, and a second sheet with one row per place (see `placeRows`). Numbers are numbers, all else is text. */
export function synopsisXlsx(sheet: SynopsisSheet): AsyncIterable<Uint8Array> {
  const table: Sheet = {
    name: 'Synopsis', columns: [{ type: 'text', width: 32 }, ...sheet.articles.map(() => ({ type: 'text', width: 44 }) as const)], frozen: { rows: 1, columns: 1 },
    head: titles(sheet), rows: () => [sheet.passages.map((passage) => line(sheet, passage))],
  }
  const [head = [], ...rows] = placeRows(sheet)
  const places: Sheet = { name: 'Places', columns: head.map(() => ({ type: 'text', width: 14 })), frozen: { rows: 1, columns: 0 }, head: head.map(String), rows: () => [rows] }
  return workbook([table, places])
}

const titles = ({ event, articles }: SynopsisSheet): readonly string[] => [event, ...articles.map(({ outlet, date, headline }) => [outlet || headline, date].filter(Boolean).join(', '))]

function line({ articles }: SynopsisSheet, { name, kind, state, outlets, places }: SheetPassage): readonly SheetCell[] {
  return [
    { text: `${name}\n${kind === null ? state : kindWords[kind]}, ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`, style: 'strong' },
    ...articles.map(({ id }): StyledText => {
      const own = places.filter(({ article }) => article === id)
      return own.length === 0 ? { text: 'not found', style: 'faint' } : { text: own.map(told).join('\n\n'), style: 'wrapped' }
    }),
  ]
}

const told = (place: SheetPlace): string => `${wordsOfPlace(place)}\n(${attributionLine(place)})`
