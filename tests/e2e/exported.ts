import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'

export type Row = Readonly<Record<string, string>>

/** A CSV file as any reader of the format has it: every cell a string. */
export async function readCsv(file: string): Promise<{ columns: readonly string[]; rows: readonly Row[] }> {
  const { data, meta, errors } = Papa.parse<Row>(await readFile(file, 'utf8'), { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(`The CSV has errors: ${JSON.stringify(errors)}`)
  return { columns: meta.fields ?? [], rows: data }
}

const PYTHON = `
import csv, json, sys
with open(sys.argv[1], newline='', encoding='utf-8') as file:
    sys.stdout.buffer.write(json.dumps(list(csv.DictReader(file))).encode())
`

/** The same through Python's csv module, called without options; undefined where there is no Python. */
export function readCsvInPython(file: string): readonly Row[] | undefined {
  const { status, error, stdout, stderr } = spawnSync('python3', ['-c', PYTHON, file], { encoding: 'utf8' })
  if (error) return undefined
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Row[]
}
