import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { usualOrder } from '../../../src/domain/exporting/usual'
import type { Codebook } from '../../../src/domain/project/codebook'
import { xlsx } from '../../../src/formats/export/xlsx'
import { csvRows } from '../../../src/formats/import/csvRows'
import type { ProjectContents } from '../../../src/formats/source'
import { sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'
import { partIn, sheetsIn } from '../../fixtures/sheets'

const payload = new URL('../../../../shared/payloads/csv/formula_cells.json', import.meta.url)

const study: ProjectContents = {
  info: { id: 'p1', name: 'Study', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [],
  articles: [article('a1', 'one two')], annotations: [annotation('n1', 'one <two>', { note: 'a note' })], texts: new Map([['a1', 'one two']]),
}

const chunksOf = (contents: ProjectContents): AsyncIterable<Uint8Array> => {
  const [main] = xlsx.files(sourceOf(contents), { ...usualOrder, format: 'xlsx' })
  return (main?.chunks() ?? []) as AsyncIterable<Uint8Array>
}

test('a sheet has the table, the next one what its columns mean', async () => {
  const { Annotations = [], Dictionary = [], ...others } = await sheetsIn(chunksOf(study))
  expect(others).toEqual({})
  const [head = [], first = []] = Annotations
  const cells = Object.fromEntries(head.map((name, i) => [name, first[i]]))
  expect(cells).toMatchObject({ annotation_id: 'n1', date: '2024-03-12', code: 'Framing > fight', quote: 'two', note: 'a note' })
  expect(Dictionary[0]).toEqual(['table', 'column', 'label', 'meaning', 'type', 'level', 'values'])
  expect(Dictionary.slice(1).map(([, name]) => name)).toEqual(head)
})

/** A project with these words as quotations, notes and names of codes. */
function wordy(cells: readonly string[]): ProjectContents {
  const [framing, ...more] = codebook.dimensions
  const codes = cells.map((name, i) => ({ ...framing?.codes[0], id: `c${i}`, name, codes: [] }))
  return {
    ...study, codebook: { ...codebook, dimensions: [{ ...framing, codes }, ...more] } as Codebook,
    annotations: cells.map((cell, i) => annotation(`n${i}`, '<one>', { code: `c${i}`, note: cell, spans: [{ start: i, end: i + 1, quote: cell, prefix: '', suffix: '' }] })),
  }
}

const columnsOf = ([head = [], ...rows]: readonly (readonly unknown[])[]): Record<'quote' | 'note' | 'code', readonly unknown[]> => {
  const column = (name: string): readonly unknown[] => rows.map((row) => row[head.indexOf(name)])
  return { quote: column('quote'), note: column('note'), code: column('code') }
}

test.skipIf(!existsSync(payload))('every cell that a spreadsheet might run is a text, and comes back exactly (skipped where ../shared is absent)', async () => {
  const cells = (JSON.parse(readFileSync(payload, 'utf8')) as readonly { readonly cell: string }[]).map(({ cell }) => cell)
  expect(cells.length).toBeGreaterThan(40)
  const bytes = await buffer(chunksOf(wordy(cells)))
  const once = (): AsyncIterable<Uint8Array> => sheetsOnce(bytes)
  // Our texts hold no NUL, so that our importer reads one as a character that is missing.
  const read = cells.map((cell) => cell.replaceAll('\0', '\uFFFD'))
  expect(columnsOf((await sheetsIn(once()))['Annotations'] ?? [])).toEqual({ quote: read, note: read, code: read.map((cell) => `Framing > ${cell}`) })

  // The other reader leaves what XML can't hold as it is written.
  const unescaped = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/_x([0-9A-F]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : value)
  const [{ data } = { data: [] }] = await readExcelFile(bytes, { trim: false })
  const other = columnsOf(data)
  expect(other.note.map(unescaped)).toEqual(cells)
  expect(other.quote.map(unescaped)).toEqual(cells)

  for (const part of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) expect(await partIn(once(), part)).not.toMatch(/<f[ >/]/)
})

const hasOffice = spawnSync('soffice', ['--version']).status === 0

test.skipIf(!hasOffice || !existsSync(payload))('LibreOffice shows them as they are (skipped where it, or ../shared, is absent)', async () => {
  const cells = (JSON.parse(readFileSync(payload, 'utf8')) as readonly { readonly cell: string }[]).map(({ cell }) => cell)
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-office-'))
  try {
    writeFileSync(join(folder, 'study.xlsx'), await buffer(chunksOf(wordy(cells))))
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', folder, join(folder, 'study.xlsx')], { stdio: 'pipe' })
    const rows = [...csvRows(readFileSync(join(folder, 'study.csv'), 'utf8'), ',')].map((row) => row.cells)
    expect(columnsOf(rows).note).toEqual(cells)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)

async function* sheetsOnce(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes)
}
