import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { listPackage } from '@electron/asar'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { fuses, mayBeGivenAway, notice, packageInto, readFuses } from '../../scripts/packaging.mjs'
import { sandboxObstacle } from '../../scripts/sandbox.mjs'
import { para, word } from '../fixtures/documents'
import { linesAt, pdfOf } from '../fixtures/pdfs'
import { exists } from './exists'
import { expect, test } from './fixtures'
import { readProject } from './onDisk'
import { givesTo, processesOf, starts, studyIn } from './packagedRun'
import { Researcher } from './researcher'

// One package for all of them, made of whichever Electron there is.
test.describe.configure({ mode: 'default' })
let folder: string
let program: string
/** The same Electron, unpackaged: what the packaged one may not do, this one does. */
let bare: string
let bareFolder: string
let forRelease: boolean
/** A user of Linux who owns nothing. */
const NOBODY = 65_534

test.beforeAll(async () => {
  const electron = await ensureElectron()
  folder = await mkdtemp(join(tmpdir(), 'synoptic-packaged-'))
  program = await packageInto(electron, join(folder, 'Synoptic'))
  bare = electron.path
  bareFolder = electron.dist
  forRelease = mayBeGivenAway(electron)
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const packed = (path = ''): string => join(folder, 'Synoptic', path)

test('the fuses of a packaged binary are set as decided', async () => {
  const set = await readFuses(program)
  // An Electron older than the pinned one has only the first of them.
  const known = Object.fromEntries(Object.entries(fuses).filter(([name]) => forRelease || name in set))
  expect(set).toEqual(known)
  expect(set).toMatchObject({ RunAsNode: false, EnableNodeOptionsEnvironmentVariable: false, EnableNodeCliInspectArguments: false, OnlyLoadAppFromAsar: true, EnableCookieEncryption: true })
  if (forRelease) expect(set.GrantFileProtocolExtraPrivileges).toBe(false)
})

test('a package holds what is run and shown, and nothing else; on an old Electron it says so', async () => {
  const inside = listPackage(packed('resources/app.asar'), { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  expect(inside.filter((path) => /^(\/[^/]+|\/out\/[^/]+)$/.test(path)).sort()).toEqual(['/out', '/out/main', '/out/preload', '/out/renderer', '/package.json', '/resources'])
  expect(inside.filter((path) => /\.(ts|tsx|map)$|node_modules/.test(path))).toEqual([])
  expect(await Promise.all(['LICENSE', 'LICENSE.electron.txt', 'LICENSES.chromium.html', notice].map((name) => exists(packed(name))))).toEqual([true, true, true, !forRelease])
})

test('a packaged application starts, opens the project it was given, and closes', async ({ projectsDir }) => {
  const at = await studyIn(projectsDir)
  const started = starts(program, at)
  await started.opens()
  expect(await started.closes()).toEqual({ code: 0, signal: null })
  expect(await exists(join(at.study, '.lock'))).toBe(false)
})

test('for an ordinary user its window runs in Chromium’s sandbox', async ({ projectsDir }) => {
  const obstacle = sandboxObstacle(bareFolder, NOBODY)
  test.skip(obstacle !== undefined, `no sandbox can be had here: ${obstacle}`)
  const at = await studyIn(projectsDir)
  // Chromium refuses its sandbox to root, who may be running this: then it is somebody else's.
  const user = process.getuid?.() === 0 ? NOBODY : undefined
  if (user !== undefined) for (const path of [projectsDir, folder]) await givesTo(path, user)
  const started = starts(program, at, [], { HOME: at.dataDir }, user)
  await started.opens()
  const windows = await processesOf(started.pid, '--type=renderer')
  await started.closes()
  expect(windows.length).toBeGreaterThan(0)
  // A filter of system calls is on, and nothing it starts can have more rights.
  for (const status of windows) expect(status).toMatch(/NoNewPrivs:\s+1\n[^]*Seccomp:\s+2\n/)
})

test('ELECTRON_RUN_AS_NODE makes no Node of it', async ({ projectsDir }) => {
  const at = await studyIn(projectsDir)
  const mark = join(projectsDir, 'ran')
  // For Synoptic a switch it does not know, for Node a script.
  const args = [`--eval=require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`]
  const started = starts(program, at, args, { ELECTRON_RUN_AS_NODE: '1' })
  await started.opens()
  await started.closes()
  expect(await exists(mark)).toBe(false)
  spawnSync(bare, args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
  expect(await exists(mark), 'the bare Electron does run it').toBe(true)
})

test('neither --inspect nor remote debugging nor NODE_OPTIONS gets into it', async ({ projectsDir }) => {
  const at = await studyIn(projectsDir)
  const mark = join(projectsDir, 'ran')
  const script = join(projectsDir, 'before.cjs')
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
  const ways = { args: ['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0'], env: { NODE_OPTIONS: `--require ${script}` } }
  const started = starts(program, at, ways.args, ways.env)
  await started.opens()
  await started.closes()
  expect(started.said()).not.toMatch(/listening on/)
  expect([await exists(join(at.dataDir, 'DevToolsActivePort')), await exists(mark)]).toEqual([false, false])

  const open = starts(bare, at, [resolve('.'), '--inspect=0', '--remote-debugging-port=0'])
  await expect.poll(open.said, 'the bare Electron listens').toMatch(/Debugger listening on[^]*DevTools listening on|DevTools listening on[^]*Debugger listening on/)
  await open.closes()
})

test('from its archive it makes a project, reads files and searches', async ({ launch, projectsDir }) => {
  await writeFile(join(projectsDir, 'letter.docx'), await word(para('Nobody wanted to leave the harbour.')))
  await writeFile(join(projectsDir, 'page.pdf'), pdfOf([linesAt(72, 720, ['The harbour was closed on Friday.'])]))
  const ana = new Researcher(await launch({ application: packed('resources/app.asar') }))
  await ana.introducesHerself()
  const project = join(projectsDir, 'Harbour.synoptic')
  await ana.makesProject('Harbour', project)
  await ana.importsFiles(join(projectsDir, 'letter.docx'), join(projectsDir, 'page.pdf'))
  await ana.seesSaved()
  expect([...(await readProject(project)).texts.values()].sort()).toEqual(['Nobody wanted to leave the harbour.', 'The harbour was closed on Friday.'])
  await ana.presses('Control+Shift+f')
  await ana.page.getByRole('main').getByLabel('Find in all articles').fill('harbour')
  await expect(ana.page.getByRole('main').getByRole('status').filter({ hasText: '2 hits in 2 articles' })).toBeVisible()
})

test('only the archive is run: a folder in its place is not', async ({ projectsDir }) => {
  const at = await studyIn(projectsDir)
  const mark = join(projectsDir, 'ran')
  await rename(packed('resources/app.asar'), packed('aside.asar'))
  await mkdir(packed('resources/app'))
  await writeFile(packed('resources/app/package.json'), JSON.stringify({ name: 'other', main: 'index.cjs' }))
  await writeFile(packed('resources/app/index.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(mark)}, ''); process.exit(0)`)
  expect(await starts(program, at).ends()).toEqual({ code: 1, signal: null })
  expect(await exists(mark)).toBe(false)

  // The system lets nobody write a program while the last of its processes ends.
  await expect(() => flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: false })).toPass({ timeout: 20_000 })
  await starts(program, at).ends()
  expect(await exists(mark), 'with the fuse off it is').toBe(true)
})
