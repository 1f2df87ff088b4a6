import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { readParquet, writeParquet } from 'parquet-wasm/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExportCell } from '../../../src/domain/exporting/column'
import { parquet } from '../../../src/formats/export/parquet'
import { parquetChunks } from '../../../src/formats/export/parquetChunks'
import { usualOrder } from '../../../src/domain/exporting/usual'
import { project, sourceOf } from '../../fixtures/projects'
import { anyColumns, tableOf } from '../../fixtures/tables'

const bytesOf = async (rows: readonly (readonly ExportCell[])[]): Promise<Buffer> => await buffer(parquetChunks(tableOf(anyColumns, rows), [{ key: 'synoptic', value: '{}' }]))
const read = async (bytes: Uint8Array): Promise<readonly Record<string, unknown>[]> => await parquetReadObjects({ file: new Uint8Array(bytes).buffer, utf8: true })

// Half a character is none that UTF-8 has.
const encodable = (text: string): string => Buffer.from(text).toString()

const AT = '2026-03-01T09:30:00.123Z'
const some: readonly (readonly ExportCell[])[] = [
  ['“text” 😀', 7, 0.5, true, '2024-02', AT, -1],
  ['', -2147483648, -0.25, false, '2024-02-29', AT, 9007199254740991],
  [null, null, null, null, null, null, null],
]
const whole = { text: '“text” 😀', whole: 7, number: 0.5, yes_no: true, date: '2024-02', time: new Date(AT), scale: -1n }
const empty = { text: null, whole: null, number: null, yes_no: null, date: null, time: null, scale: null }

test('each column has the type that its meaning asks for, whatever is in it', async () => {
  for (const rows of [some, [some[2] ?? []], []]) {
    const { schema } = parquetMetadata(new Uint8Array(await bytesOf(rows)).buffer)
    expect(schema.slice(1).map(({ name, type, converted_type: as }) => [name, type, as])).toEqual([
      ['text', 'BYTE_ARRAY', 'UTF8'], ['whole', 'INT32', undefined], ['number', 'DOUBLE', undefined], ['yes_no', 'BOOLEAN', undefined],
      ['date', 'BYTE_ARRAY', 'UTF8'], ['time', 'INT64', 'TIMESTAMP_MILLIS'], ['scale', 'INT64', undefined],
    ])
  }
})

test('what is written is read back: an empty text is none that is missing', async () => {
  expect(await read(await bytesOf(some))).toEqual([whole, { text: '', whole: -2147483648, number: -0.25, yes_no: false, date: '2024-02-29', time: new Date(AT), scale: 9007199254740991n }, empty])
})

test('any texts and numbers, over several row groups, as Arrow reads and writes them again', async () => {
  const row = fc.tuple(fc.option(fc.string({ unit: 'binary', maxLength: 12 })), fc.option(fc.integer()), fc.option(fc.double({ noNaN: true })), fc.option(fc.boolean()), fc.constant(null), fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString())), fc.option(fc.maxSafeInteger()))
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 300 }), async (rows, times) => {
    const all = Array.from({ length: times }, () => rows).flat()
    const bytes = await bytesOf(all)
    const expected = all.map(([text, whole, number, yesNo, date, time, scale]) => ({ text: text === null ? null : encodable(text), whole, number, yes_no: yesNo, date, time: time === null ? null : new Date(time), scale: scale === null ? null : BigInt(scale) }))
    expect(await read(bytes)).toEqual(expected)
    expect(await read(writeParquet(readParquet(bytes)))).toEqual(expected)
  }), { seed: 1, numRuns: 30 })
})

test('rows come in groups that grow, each with the least and greatest of its numbers', async () => {
  const { row_groups: groups } = parquetMetadata(new Uint8Array(await bytesOf(Array.from({ length: 1000 }, (_none, i) => [`t${i}`, i, 0, true, null, null, 1]))).buffer)
  expect(groups.map(({ num_rows: rows }) => rows)).toEqual([256n, 512n, 232n])
  expect(groups.map(({ columns }) => columns[1]?.meta_data?.statistics).map((one) => [one?.min_value, one?.max_value])).toEqual([[0, 255], [256, 767], [768, 999]])
})

describe('DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-parquet-'))
  const file = join(folder, 'some.parquet')
  let duck: DuckDBConnection
  const rowsOf = async (sql: string): Promise<readonly unknown[]> => (await duck.runAndReadAll(sql.replaceAll('$file', `'${file}'`))).getRowsJson()
  beforeAll(async () => { duck = await DuckDBConnection.create() })
  afterAll(() => {
    duck.closeSync()
    rmSync(folder, { recursive: true })
  })

  test('finds the types and the cells', async () => {
    writeFileSync(file, await bytesOf(some))
    expect(await rowsOf('select column_name, column_type from (describe select * from $file)')).toEqual([
      ['text', 'VARCHAR'], ['whole', 'INTEGER'], ['number', 'DOUBLE'], ['yes_no', 'BOOLEAN'], ['date', 'VARCHAR'], ['time', 'TIMESTAMP WITH TIME ZONE'], ['scale', 'BIGINT'],
    ])
    expect(await rowsOf('select "text", "whole", "number", yes_no, "date", epoch_ms("time"), scale from $file')).toEqual([
      ['“text” 😀', 7, 0.5, true, '2024-02', String(Date.parse(AT)), '-1'],
      ['', -2147483648, -0.25, false, '2024-02-29', String(Date.parse(AT)), '9007199254740991'],
      [null, null, null, null, null, null, null],
    ])
  })

  test('finds what is said of the file', async () => {
    writeFileSync(file, await bytesOf(some))
    expect(await rowsOf("select decode(value) from parquet_kv_metadata($file) where decode(key) = 'synoptic'")).toEqual([['{}']])
  })

  test('counts the rows of any project as our own table has them', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const [main] = parquet.files(sourceOf(contents), { ...usualOrder, format: 'parquet' })
      const bytes = await buffer((main?.chunks() ?? []) as AsyncIterable<Uint8Array>)
      writeFileSync(file, bytes)
      const rows = await read(bytes)
      const numbered = await rowsOf('select annotation_id, quote, note from $file')
      expect(numbered).toEqual(rows.map((row) => [row['annotation_id'], row['quote'], row['note']]))
    }), { seed: 1, numRuns: 15 })
  })
})
