import type { DocxParagraph } from './docxParagraph'

/**
 * What a table comes to: one paragraph with a line for each row where it holds data, otherwise the paragraphs of its
 * cells one after the other, as it only lays out a page.
 * @param rows paragraphs of each cell of each row
 */
export function tableParagraphs(rows: readonly (readonly (readonly DocxParagraph[])[])[]): readonly DocxParagraph[] {
  const hasData = rows.some((row) => row.length > 1) && rows.every((row) => row.every(isValue))
  if (!hasData) return rows.flat(2)
  const text = rows.map((row) => row.map(value).join('\t').trimEnd()).filter((line) => line !== '').join('\n')
  return [{ text, heading: null, item: false }]
}

const isValue = (cell: readonly DocxParagraph[]): boolean =>
  cell.filter(({ text }) => text.trim() !== '').length <= 1 && cell.every(({ text, heading, item }) => heading === null && !item && !text.includes('\n'))

const value = (cell: readonly DocxParagraph[]): string => cell.map(({ text }) => text.trim()).join('')
