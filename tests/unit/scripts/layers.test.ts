import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, tool } from '../../../scripts/project.mjs'

interface Violation { rule: { name: string }; from: string; to: string }

/** One import per line, `file: import`: what each rule refuses. */
const refused: Record<string, readonly string[]> = {
  'domain-reaches-only': ["domain/a.ts: import '../storage/folder'", "domain/b.ts: import type { Calls } from '../preload/contract'"],
  'domain-has-only-zod-and-diff': ["domain/c.ts: import 'node:fs'", "domain/d.ts: import 'react'", "domain/e.ts: import 'electron'"],
  'formats-reaches-only': ["formats/a.ts: import '../storage/folder'", "formats/b.ts: import type { Calls } from '../preload/contract'"],
  'storage-reaches-only': ["storage/a.ts: import '../formats/csv'", "storage/b.ts: import '../main/window'"],
  'main-reaches-only': ["main/a.ts: import '../renderer/theme/tokens'", "main/b.ts: import type {} from '../preload/exposed'"],
  'cli-reaches-only': ["cli/a.ts: import '../main/window'", "cli/c.ts: import type { Calls } from '../preload/contract'"],
  'exchange-reaches-only': ["exchange/a.ts: import '../main/window'", "exchange/b.ts: import type { Calls } from '../preload/contract'"],
  'preload-reaches-only': ["preload/a.ts: import '../formats/csv'"],
  'renderer-reaches-only': ["renderer/theme/a.ts: import '../../formats/csv'", "renderer/theme/b.ts: import type {} from '../../main/window'"],
  'contract-as-types': ["main/c.ts: import { version } from '../preload/contract'", "renderer/theme/c.ts: import { version } from '../../preload/contract'"],
  'contract-has-only-domain-types': ["preload/contract.ts: import { clean } from '../domain/text'"],
  'preload-through-its-contract': ["preload/b.ts: import type { Text } from '../domain/text'", "preload/c.ts: import 'react'", "preload/d.ts: import 'node:fs'"],
  'electron-in-main-and-preload': ["storage/c.ts: import 'electron'", "formats/c.ts: import 'electron'", "cli/b.ts: import 'electron'", "renderer/theme/d.ts: import 'electron'"],
  'no-network-no-programs': ["storage/e.ts: import 'node:http'", "formats/e.ts: import 'node:dns/promises'", "main/e.ts: import { spawn } from 'node:child_process'", "main/f.ts: import 'net'"],
  'renderer-without-node': ["renderer/theme/e.ts: import 'node:path'"],
  'store-below-the-rest': ["renderer/store/a.ts: import '../views/Home'", "renderer/store/b.ts: import '../controls/Toggle'", "renderer/store/c.ts: import '../reader/paint'"],
  'reader-below-the-rest': ["renderer/reader/a.ts: import '../views/Home'", "renderer/reader/b.ts: import '../controls/Toggle'", "renderer/reader/c.ts: import '../store/session'"],
  'commands-below-views': ["renderer/commands/a.ts: import '../views/Home'", "renderer/commands/b.ts: import '../controls/Toggle'"],
  'controls-alone': ["renderer/controls/a.ts: import '../views/Home'", "renderer/controls/b.ts: import '../store/session'", "renderer/controls/c.ts: import '../reader/paint'"],
  'no-unresolved': ["main/d.ts: import './nowhere'"],
  'no-zod-in-the-window': ["renderer/theme/f.ts: import 'zod'", "renderer/theme/g.ts: import '../../domain/parse'", "renderer/theme/h.ts: import '../../domain/parse-user'"],
}

const allowed = [
  "domain/text.ts: export type Text = string; export const clean = 1",
  "domain/parse.ts: import 'zod'; export type Parsed = 1",
  "domain/parse-user.ts: import './parse'",
  "domain/compare.ts: import 'diff'",
  "formats/csv.ts: import '../domain/text'; import 'react'; import 'node:stream'",
  "formats/reading/host.ts: import 'node:child_process'",
  "storage/folder.ts: import '../domain/text'; import 'node:fs'",
  "main/window.ts: import 'electron'; import '../domain/text'; import '../formats/csv'; import '../storage/folder'; import type { Calls } from '../preload/contract'",
  "exchange/bringIn.ts: import '../formats/csv'; import '../storage/folder'; import '../domain/text'",
  "cli/index.ts: import '../formats/csv'; import '../storage/folder'; import '../exchange/bringIn'",
  "preload/contract.ts: import type { Text } from '../domain/text'; export interface Calls { text: Text }; export const version = 1",
  "preload/exposed.ts: import 'electron'; import './contract'",
  "renderer/theme/tokens.ts: import 'react'; import '../../domain/text'; import type { Parsed } from '../../domain/parse'; import type { Calls } from '../../preload/contract'",
  "renderer/store/session.ts: import '../../domain/text'",
  "renderer/reader/paint.ts: import '../../domain/text'",
  "renderer/commands/open.ts: import '../store/session'; import '../reader/paint'",
  "renderer/controls/Toggle.tsx: import '../theme/tokens'",
  "renderer/views/Home.tsx: import '../controls/Toggle'; import '../commands/open'; import '../store/session'; import '../reader/paint'; import { type Calls } from '../../preload/contract'",
]

const folder = mkdtempSync(join(tmpdir(), 'synoptic-layers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Adds to a file, so that the contract can be right and wrong in one. */
function write(path: string, body: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${body}\n`, { flag: 'a' })
}

const fileOf = (line: string) => `src/${line.split(':')[0] ?? ''}`
const add = (line: string) => write(fileOf(line), line.slice(line.indexOf(': ') + 2))

function cruise(config: string): Violation[] {
  const { stdout } = spawnSync(process.execPath, [tool('dependency-cruiser', 'depcruise'), '--config', config, '--output-type', 'json', 'src'], { cwd: folder, encoding: 'utf8' })
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations
}

beforeAll(() => {
  for (const file of ['.dependency-cruiser.cjs', '.dependency-cruiser.bundle.cjs', 'tsconfig.base.json', 'package.json']) cpSync(join(root, file), join(folder, file))
  for (const name of ['zod', 'diff', 'react', 'electron']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
})

describe('the layers', () => {
  let violations: Violation[]
  beforeAll(() => {
    for (const line of [...Object.values(refused).flat(), ...allowed]) add(line)
    add("domain/circle-1.ts: import type {} from './circle-2'")
    add("domain/circle-2.ts: import './circle-1'")
    violations = [...cruise('.dependency-cruiser.cjs'), ...cruise('.dependency-cruiser.bundle.cjs')]
  }, 60_000)

  const offenders = (name: string) => [...new Set(violations.filter(({ rule }) => rule.name === name).map(({ from }) => from))].sort()

  test.each(Object.entries(refused))('%s', (name, lines) => {
    expect(offenders(name)).toEqual(expect.arrayContaining(lines.map(fileOf)))
  })

  test('imports in a circle are refused, types included', () => {
    expect(offenders('no-circle')).toHaveLength(1)
  })

  test('what the design allows is not refused', () => {
    const lawful = new Set(allowed.map(fileOf))
    // The contract is also in the list of what is refused, for the one value that it takes.
    expect(violations.filter(({ from }) => lawful.has(from)).map(({ rule, from }) => [rule.name, from])).toEqual([['contract-has-only-domain-types', 'src/preload/contract.ts']])
  })

  test('every rule is shown refusing something', () => {
    const rules = ['.dependency-cruiser.cjs', '.dependency-cruiser.bundle.cjs'].flatMap((file) =>
      JSON.parse(execFileSync(process.execPath, ['-p', `JSON.stringify(require('./${file}').forbidden.map((rule) => rule.name))`], { cwd: root, encoding: 'utf8' })) as string[])
    expect(rules.sort()).toEqual([...Object.keys(refused), 'no-circle'].sort())
  })
})

describe('what is Electron’s', () => {
  test.each([
    ['src/main/menu.ts', 'ipcMain', false], ['src/main/listener.ts', 'ipcMain', true], ['src/main/listener.ts', 'ipcRenderer', false],
    ['src/preload/index.ts', 'ipcRenderer', true], ['src/preload/index.ts', 'ipcMain', false], ['src/renderer/store/app.ts', 'ipcRenderer', false],
    ['src/main/menu.ts', 'shell', false], ['src/main/listener.ts', 'shell', false], ['src/preload/index.ts', 'shell', false], ['src/main/menu.ts', 'net', false], ['src/main/menu.ts', 'dialog', true],
  ])('%s may import %s: %s', (file, name, may) => {
    rmSync(join(folder, 'lint'), { recursive: true, force: true })
    write(join('lint', file), `import { ${name} } from 'electron'\nexport const raw = ${name}`)
    cpSync(join(root, '.oxlintrc.json'), join(folder, 'lint/.oxlintrc.json'))
    const { status, stdout } = spawnSync(process.execPath, [tool('oxlint'), '.'], { cwd: join(folder, 'lint'), encoding: 'utf8' })
    expect({ may: status === 0, said: stdout.includes('no-restricted-imports') }).toEqual({ may, said: !may })
  })
})

test('the scripts run before anything is installed: they import Node and each other alone', () => {
  const folder = join(root, 'scripts')
  const imports = readdirSync(folder).filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^import .*? from '(.+)'/gm)].map(([, name]) => name ?? ''))
  expect(imports).toContain('node:path')
  expect(imports.filter((name) => !/^(node:|\.\/)/.test(name))).toEqual([])
})
