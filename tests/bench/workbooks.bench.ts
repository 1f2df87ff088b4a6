import { expect, test } from '@playwright/test'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { workbook } from '../../src/formats/workbook/workbook'

/** Fewer when asked for, as the library takes minutes: SYNOPTIC_BENCH_ROWS=100000. */
const ROWS = Number(process.env['SYNOPTIC_BENCH_ROWS'] ?? 1_000_000)

/** The library that many use to write large workbooks; only here, so it is no dependency. */
const LIBRARY = 'exceljs'
const INSTALL = 'npm install --no-save exceljs@4.4.0'

interface Library {
  readonly stream: { readonly xlsx: { readonly WorkbookWriter: new (options: object) => {
    readonly addWorksheet: (name: string, options: object) => { columns: readonly object[]; readonly addRow: (row: readonly unknown[]) => { readonly commit: () => void }; readonly commit: () => void }
    readonly commit: () => Promise<void>
  } } }
}

const head = ['annotation_id', 'article_id', 'outlet', 'date', 'headline', 'event', 'coder', 'dimension', 'code', 'unit', 'coded', 'span', 'spans', 'start', 'end', 'quote', 'form', 'speaker', 'polarity', 'certainty', 'note', 'codebook_version', 'blind', 'created']
const whole = new Set(['span', 'spans', 'start', 'end', 'polarity', 'codebook_version'])

/** As an export of annotations has them, ten to an article; made as they are asked for. */
function* batches(): Generator<(string | number | boolean | null)[][], void> {
  for (let article = 0; article < ROWS / 10; article += 1) {
    const about = [`article-${article}`, `Outlet ${article % 40}`, '2024-03-12', `Talks on crossing ${article}, continued`, `Event ${article % 500}`]
    yield Array.from({ length: 10 }, (_none, i) => {
      const n = article * 10 + i
      return [`${n}-0c4e-4d2a`, ...about, `Coder ${i % 3}`, 'Framing', ['Framing > blame', 'Framing > repair'][i % 2] ?? '', 'span', 'yes', 1, 1, i * 350, i * 350 + 80, `The minister said that bridge ${n} would “reopen by Friday”; engineers were less sure.`, i % 3 === 0 ? 'direct quotation' : null, i % 3 === 0 ? `speaker ${n % 1000}` : null, (n % 3) - 1, null, i === 7 ? 'unsure' : null, 4, n % 2 === 0, '2026-03-01T12:00:00.000Z']
    })
  }
}

const timed = async (work: () => Promise<void>): Promise<{ readonly seconds: number; readonly memory: number }> => {
  const before = process.memoryUsage().rss
  let most = before
  const weighing = setInterval(() => { most = Math.max(most, process.memoryUsage().rss) }, 50)
  const begun = performance.now()
  await work()
  clearInterval(weighing)
  return { seconds: (performance.now() - begun) / 1000, memory: (most - before) / 1024 / 1024 }
}

/** What writes, bundled as it is in the application. */
async function shipped(folder: string): Promise<typeof workbook> {
  await build({ configFile: false, logLevel: 'silent', ssr: { noExternal: true }, build: { ssr: resolve('src/formats/workbook/workbook.ts'), outDir: folder, emptyOutDir: false, rolldownOptions: { output: { entryFileNames: 'workbook.mjs' } } } })
  const found = await import(pathToFileURL(join(folder, 'workbook.mjs')).href) as { readonly workbook: typeof workbook }
  return found.workbook
}

const ours = (write: typeof workbook, path: string): Promise<void> => pipeline(Readable.from(write([{
  name: 'Annotations', head, frozen: { rows: 1, columns: 0 }, rows: batches,
  columns: head.map((name) => ({ type: whole.has(name) ? 'whole' : name === 'date' ? 'date' : name === 'created' ? 'time' : name === 'blind' ? 'yes-no' : 'text', width: 12 })),
}])), createWriteStream(path))

/** As its documentation says for large files: rows are committed as they are added. Days and times as such, too. */
async function theirs({ stream }: Library, path: string): Promise<void> {
  const out = createWriteStream(path)
  const book = new stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet('Annotations', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = head.map((header) => ({ header, width: 12, ...(header === 'date' && { style: { numFmt: 'yyyy-mm-dd' } }), ...(header === 'created' && { style: { numFmt: 'yyyy-mm-dd hh:mm:ss' } }) }))
  const [day, time] = [head.indexOf('date'), head.indexOf('created')]
  let n = 0
  for (const batch of batches()) {
    for (const row of batch) sheet.addRow(row.map((cell, i) => (i === day || i === time ? new Date(String(cell)) : cell))).commit()
    n += 1
    // Else all of it would wait in memory.
    if (n % 100 === 0) await new Promise((done) => { setImmediate(done) })
  }
  sheet.commit()
  await book.commit()
  await finished(out)
}

test(`a workbook of ${ROWS.toLocaleString('en')} annotations`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'synoptic-bench-'))
  try {
    const write = await shipped(folder)
    const [own, other] = [join(folder, 'own.xlsx'), join(folder, 'other.xlsx')]
    const mine = await timed(() => ours(write, own))
    console.log(`XLSX | ours: ${mine.seconds.toFixed(1)} s, ${Math.round((await stat(own)).size / 1e6)} MB, memory +${mine.memory.toFixed(0)} MB`)
    const library = libraryIfThere()
    if (!library) {
      console.log(`XLSX | ${LIBRARY} is not there to compare with: ${INSTALL}`)
      return
    }
    const its = await timed(() => theirs(library, other))
    console.log(`XLSX | ${LIBRARY}: ${its.seconds.toFixed(1)} s, ${Math.round((await stat(other)).size / 1e6)} MB, memory +${its.memory.toFixed(0)} MB | ours is ${(its.seconds / mine.seconds).toFixed(1)} times as fast`)
    expect(its.seconds / mine.seconds).toBeGreaterThan(1)
  } finally {
    await rm(folder, { recursive: true })
  }
})

function libraryIfThere(): Library | undefined {
  try {
    return createRequire(import.meta.url)(LIBRARY) as Library
  } catch {
    return undefined
  }
}
