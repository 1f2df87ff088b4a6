import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import type { ExportCell } from '../../../src/domain/exporting/column'
import { usualOrder } from '../../../src/domain/exporting/usual'
import { csv, csvText } from '../../../src/formats/export/csv'
import type { Exporter, ExportFile } from '../../../src/formats/export/exporter'
import { python } from '../../../src/formats/export/scripts/python'
import { r } from '../../../src/formats/export/scripts/r'
import type { Script } from '../../../src/formats/export/scripts/script'
import { spss } from '../../../src/formats/export/scripts/spss'
import { spssName } from '../../../src/formats/export/scripts/spssNames'
import type { Table } from '../../../src/formats/export/table'
import { sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'
import { column, tableOf } from '../../fixtures/tables'

const nameOf = (ending: string): string => `Ana’s "study" 😀${ending}`

const columns = [
  column('text', { name: 'note', label: 'Her "note" \\ it’s' }),
  column('whole', { name: 'start' }),
  column('number', { name: 'score', level: 'interval' }),
  column('yes-no', { name: 'blind', level: 'nominal' }),
  column('date'),
  column('time', { name: 'created' }),
  column('whole', { name: 'polarity', level: 'ordinal', values: [{ value: -1, label: 'against' }, { value: 0, label: 'neither' }, { value: 1, label: 'for' }] }),
  column('text', { name: 'certainty', level: 'ordinal', values: [{ value: 'low', label: 'low' }, { value: 'high', label: 'high' }] }),
  column('text', { name: 'outlet', level: 'nominal' }),
]
const rows: readonly (readonly ExportCell[])[] = [
  ['line one\nline "two"\t😀 it’s, =1+1', 3, 0.5, true, '2024-02-29', '2026-03-01T09:30:00.123Z', -1, 'high', 'The Meridian'],
  [' é ', 2147483647, -0.25, false, '2024', '2026-03-01T09:30:00Z', 7, 'unheard of', 'Lunde Courier'],
  [null, null, null, null, null, null, null, null, null],
]
const table = (): Table => tableOf(columns, rows)

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'synoptic-scripts-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

/** Writes the table and the files of a script for it, as an export does. @returns the path of the script */
async function written(script: Script): Promise<string> {
  writeFileSync(join(folder, nameOf('.csv')), await text(csvText(table(), (words) => words)))
  let last = ''
  for (const { ending, chunks } of script.files([table()], () => [table()])) {
    last = join(folder, nameOf(ending))
    writeFileSync(last, await text(chunks(nameOf) as AsyncIterable<string>))
  }
  return last
}

const isThere = (program: string, ...more: readonly string[]): boolean => spawnSync(program, more).status === 0

/** A grammar of R, as its own developers keep it. */
async function rParser(): Promise<Parser> {
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('@davisvaughan/tree-sitter-r/tree-sitter-r.wasm')))
  return parser
}

describe('R', () => {
  let parser: Parser
  beforeAll(async () => { parser = await rParser() })
  const isR = (script: string): boolean => parser.parse(script)?.rootNode.hasError === false

  test('the script is R, as a grammar of it parses it', async () => {
    expect(isR('x <- c(1, "a")) y')).toBe(false)
    expect(isR(readFileSync(await written(r), 'utf8'))).toBe(true)
  })

  test('sets types, levels and labels', async () => {
    const script = readFileSync(await written(r), 'utf8')
    expect(script).toContain('some <- read_table("Ana’s \\"study\\" 😀.csv", c(\n  "character",\n  "numeric",\n  "numeric",\n  "integer",')
    expect(script).toContain('some[["polarity"]] <- with_labels(some[["polarity"]], c(-1, 0, 1), c("against", "neither", "for"), ordered = TRUE)')
    expect(script).toContain('attr(some[["note"]], "label") <- "Her \\"note\\" \\\\ it’s"')
  })

  test.skipIf(!isThere('Rscript', '--version'))('R reads the table with it (skipped where R is absent)', async () => {
    const script = await written(r)
    const ask = join(folder, 'ask.R')
    writeFileSync(ask, `source(${JSON.stringify(script)})\ncat(nrow(some), class(some$note), class(some$start), class(some$blind), class(some$created)[1], class(some$date), class(some$polarity)[1], class(some$outlet), sep = "\\n")
cat(levels(some$polarity), levels(some$certainty), as.character(some$polarity[1:2]), some$blind[1:2], format(as.numeric(some$created[1]), nsmall = 3, digits = 14), sum(is.na(some)), attr(some$polarity, "label"), nchar(some$note[1]), charToRaw(enc2utf8(some$note[2])), sep = "\\n")`)
    expect(execFileSync('Rscript', [ask], { encoding: 'utf8', cwd: tmpdir() }).trimEnd().split('\n')).toEqual([
      '3', 'character', 'numeric', 'logical', 'POSIXct', 'character', 'ordered', 'factor',
      'against', 'neither', 'for', '7', 'low', 'high', 'unheard of', 'against', '7', 'TRUE', 'FALSE', String(Date.parse('2026-03-01T09:30:00.123Z') / 1000), String(columns.length), 'whole', '32', '20', 'c3', 'a9', '20',
    ])
    expect(execFileSync('Rscript', [script], { encoding: 'utf8', cwd: tmpdir() })).toBe('')
  })
})

describe('Python', () => {
  const run = (program: string, code: string): unknown => JSON.parse(execFileSync(program, ['-c', code], { encoding: 'utf8', cwd: tmpdir() }))

  test.skipIf(!isThere('python3', '--version'))('Python reads the table with it, without pandas (skipped where Python is absent)', async () => {
    const script = await written(python)
    expect(run('python3', `import runpy, json; m = runpy.run_path(${JSON.stringify(script)}); print(json.dumps([list(row.values()) for row in m["rows"]()], default=str))`)).toEqual([
      ['line one\nline "two"\t😀 it’s, =1+1', 3, 0.5, true, '2024-02-29', '2026-03-01 09:30:00.123000+00:00', -1, 'high', 'The Meridian'],
      [' é ', 2147483647, -0.25, false, '2024', '2026-03-01 09:30:00+00:00', 7, 'unheard of', 'Lunde Courier'],
      columns.map(() => null),
    ])
    expect(run('python3', `import runpy, json; m = runpy.run_path(${JSON.stringify(script)}); print(json.dumps([m["TABLES"]["some"]["columns"]["note"]["label"], list(m["TABLES"]["some"]["columns"]["polarity"]["values"].items())]))`))
      .toEqual(['Her "note" \\ it’s', [[-1, 'against'], [0, 'neither'], [1, 'for']]])
    expect(execFileSync('python3', [script], { encoding: 'utf8', cwd: tmpdir() })).toBe('some 3 rows\n')
  })

  test.skipIf(!isThere('python3', '-c', 'import pandas'))('pandas has categories with labels, ordered ones too (skipped where pandas is absent)', async () => {
    const script = await written(python)
    expect(run('python3', `import runpy, json; d = runpy.run_path(${JSON.stringify(script)})["frame"](); print(json.dumps([[str(t) for t in d.dtypes][1:4], list(d.polarity.cat.categories), bool(d.polarity.cat.ordered), [str(x) for x in d.polarity], list(d.certainty.cat.categories), str(d.created.dt.hour[0]), d.note[0], int(d.isna().sum().sum()), d.attrs["labels"]["score"]]))`)).toEqual([
      ['Int64', 'Float64', 'boolean'], ['against', 'neither', 'for', '7'], true, ['against', '7', 'nan'], ['low', 'high', 'unheard of'], '9.0', 'line one\nline "two"\t😀 it’s, =1+1', columns.length, 'number',
    ])
  })
})

describe('whatever labels hold', () => {
  const odd = fc.sample(fc.string({ unit: fc.oneof(fc.constantFrom('"', "'", '\\', '\n', '\r', '\u2028', '\u202e', '\0', '#', '`', '{', '😀', '\ud800', '\\u', '\\N'), fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 12 }), { seed: 1, numRuns: 200 })
  const oddTable = (): Table => ({ ...tableOf(odd.map((label, i) => column('text', { name: `c${i}`, label, level: 'nominal', values: odd.slice(i, i + 3).map((value) => ({ value, label: value })) })), []), id: odd[3] ?? '' })
  const scriptOf = async (script: Script): Promise<string> => await text((script.files([oddTable()], () => [oddTable()]).at(-1)?.chunks((ending) => `"'\\\`${ending}`) ?? []) as AsyncIterable<string>)

  test('the script for R is R', async () => {
    expect((await rParser()).parse(await scriptOf(r))?.rootNode.hasError).toBe(false)
  })

  test.skipIf(!isThere('Rscript', '--version'))('R itself parses it (skipped where R is absent)', async () => {
    const file = join(folder, 'odd.R')
    writeFileSync(file, await scriptOf(r))
    expect(execFileSync('Rscript', ['-e', `cat(length(parse(${JSON.stringify(file)}, encoding = "UTF-8")) > 200)`], { encoding: 'utf8' })).toBe('TRUE')
  })

  test.skipIf(!isThere('python3', '--version'))('the one for Python compiles, and has them as they are (skipped where Python is absent)', async () => {
    const file = join(folder, 'odd.py')
    writeFileSync(file, await scriptOf(python))
    const labels = JSON.parse(execFileSync('python3', ['-c', `import runpy, json; m = runpy.run_path(${JSON.stringify(file)}); print(json.dumps([c["label"] for t in m["TABLES"].values() for c in t["columns"].values()]))`], { encoding: 'utf8' })) as unknown
    expect(labels).toEqual(odd.map((label) => Buffer.from(label).toString()))
  })

  test('no line of the syntax for SPSS ends but where it is to', async () => {
    const lines = (await scriptOf(spss)).split('\n')
    expect(lines.filter((line) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(line))).toEqual([])
    // Every apostrophe within a label is doubled.
    expect(lines.filter((line) => /^ +c\d+ '/.test(line) && !/^ +c\d+ '([^']|'')*'\.?$/.test(line))).toEqual([])
  })
})

describe('SPSS', () => {
  test('has a file of its own, in which a cell ends with the line', async () => {
    await written(spss)
    expect(readFileSync(join(folder, nameOf('.spss.tsv')), 'utf8')).toBe([
      'note\tstart\tscore\tblind\tdate\tcreated\tpolarity\tcertainty\toutlet',
      'line one line "two" 😀 it’s, =1+1\t3\t0.5\t1\t2024-02-29\t01-MAR-2026 09:30:00.12\t-1\t2\tThe Meridian',
      ' é \t2147483647\t-0.25\t0\t2024\t01-MAR-2026 09:30:00.00\t7\t3\tLunde Courier',
      '\t\t\t\t\t\t\t\t', '',
    ].join('\r\n'))
  })

  test('the syntax declares it as it is, with labels and levels', async () => {
    const syntax = readFileSync(await written(spss), 'utf8')
    expect(syntax).toContain("/FILE='Ana’s \"study\" 😀.spss.tsv'")
    expect(syntax).toContain('    note A37\n    start F12.0\n    score F16.6\n    blind F1.0\n    date A10\n    created DATETIME23.2\n    polarity F12.0\n    certainty F5.0\n    outlet A13.')
    expect(syntax).toContain("  /polarity\n    -1 'against'\n    0 'neither'\n    1 'for'\n  /certainty\n    1 'low'\n    2 'high'\n    3 'unheard of'.")
    expect(syntax).toContain("  note 'Her \"note\" \\ it’s'\n")
    expect(syntax).toMatch(/\/polarity \(ORDINAL\)\n[^]*\/outlet \(NOMINAL\)\./)
  })

  test.skipIf(!isThere('pspp', '--version'))('PSPP runs it (skipped where PSPP is absent)', async () => {
    const syntax = await written(spss)
    writeFileSync(join(folder, 'ask.sps'), `${readFileSync(syntax, 'utf8')}\nLIST VARIABLES=start score blind created polarity certainty.\nSAVE TRANSLATE /OUTFILE='back.csv' /TYPE=CSV /FIELDNAMES /CELLS=LABELS /REPLACE.\n`)
    const said = execFileSync('pspp', ['--syntax-encoding=UTF-8', '-o', '-', '-O', 'format=txt', join(folder, 'ask.sps')], { encoding: 'utf8', cwd: folder })
    expect(said).not.toMatch(/error|warning/i)
    const back = readFileSync(join(folder, 'back.csv'), 'utf8')
    expect(back).toContain('against,high,The Meridian')
    expect(back).toContain('"line one line ""two"" 😀 it’s, =1+1"')
  })

  test('names are such as SPSS takes', () => {
    const used = new Set<string>()
    expect(['note', 'NOTE', 'with', '2nd', '_x', 'größe_größe', 'tone.of voice_', `${'é'.repeat(40)}a`, `${'é'.repeat(40)}b`].map((name) => spssName(name, used)))
      .toEqual(['note', 'NOTE_2', 'with_2', 'v_2nd', 'v_x', 'größe_größe', 'tone_of_voice', 'é'.repeat(32), `${'é'.repeat(31)}_2`])
  })
})

describe('beside the CSV', () => {
  const study = sourceOf({
    info: { id: 'p1', name: 'Study', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [],
    articles: [article('a1', 'one two')], annotations: [annotation('n1', 'one <two>')], texts: new Map([['a1', 'one two']]),
  })
  const filesOf = (exporter: Exporter, scripts: typeof usualOrder.scripts): readonly ExportFile[] => exporter.files(study, { ...usualOrder, format: exporter.id, scripts })

  test('are those that were asked for', () => {
    const endings = filesOf(csv, ['r', 'spss', 'python']).map(({ ending }) => ending)
    expect(endings).toEqual(['.csv', '.csv.dictionary.json', '.R', '.spss.tsv', '.sps', '.py'])
    expect(filesOf(csv, []).map(({ ending }) => ending)).toEqual(['.csv', '.csv.dictionary.json'])
  })

  test('say what SPSS can’t have', () => {
    expect(csv.losses(study, { ...usualOrder, scripts: ['spss'] })).toHaveLength(1)
    expect(csv.losses(study, { ...usualOrder, scripts: ['r', 'python'] })).toEqual([])
  })

  test('name the file as it was called', async () => {
    const [script] = filesOf(csv, ['r']).slice(-1)
    expect(await text((script?.chunks(() => 'mine.txt') ?? []) as AsyncIterable<string>)).toContain('read_table("mine.txt"')
  })
})
