import type { RawCode, RawDimension } from './rawWork'
import type { Row, Tables } from './sqlite'

/**
 * Categories at the top are dimensions, those within them codes that nothing is coded with; codes without a category have a
 * dimension of their own. Since database version 16 codes may stand under codes (`supercid`).
 */
export function qualcoderCodes(tables: Tables): readonly RawDimension[] {
  const categories = tables.rows('code_cat'), codes = tables.rows('code_name')
  const inside = (category: string): readonly RawCode[] => [
    ...categories.filter((row) => row.text('supercatid') === category && row.text('catid') !== category).map((row) => categoryCode(row, inside)),
    ...codes.filter((row) => row.text('catid') === category && row.isNull('supercid')).map((row) => codeOf(row, codes)),
  ]
  const known = new Set(categories.map((row) => row.text('catid')))
  // A parent that is gone, or that is the category itself, is none.
  const top = categories.filter((row) => !known.has(row.text('supercatid')) || row.text('supercatid') === row.text('catid'))
  const ids = new Set(codes.map((row) => row.text('cid')))
  const loose = codes.filter((row) => !known.has(row.text('catid')) && !ids.has(row.text('supercid')))
  const dimensions = top.map((row): RawDimension => ({ key: `k${row.text('catid')}`, name: row.text('name'), definition: row.text('memo'), fields: [], codes: inside(row.text('catid')) }))
  const without: RawDimension = { key: 'codes', name: 'Codes', definition: '', fields: [], codes: loose.map((row) => codeOf(row, codes)) }
  return loose.length > 0 ? [...dimensions, without] : dimensions
}

const categoryCode = (row: Row, inside: (category: string) => readonly RawCode[]): RawCode =>
  ({ key: `k${row.text('catid')}`, name: row.text('name'), colour: '', definition: row.text('memo'), memo: '', fields: [], codes: inside(row.text('catid')) })

function codeOf(row: Row, codes: readonly Row[]): RawCode {
  const id = row.text('cid')
  const below = codes.filter((one) => one.text('supercid') === id && one.text('cid') !== id)
  return { key: `c${id}`, name: row.text('name'), colour: row.text('color'), definition: row.text('memo'), memo: '', fields: [], codes: below.map((one) => codeOf(one, codes)) }
}
