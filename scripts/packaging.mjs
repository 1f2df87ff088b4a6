// Lays a packaged application out: Electron's own files, the application in one archive, and the fuses set in the binary.
import { cpSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { readJson, root, SetupError } from './project.mjs'

/** @typedef {import('./electron-runtime.mjs').Electron} Electron */
/** @typedef {keyof typeof import('@electron/fuses').FuseV1Options} FuseName */

/**
 * What Electron's binary may be made to do, once it is Synoptic's. Each fuse Electron has is named, so that a new one is
 * decided upon when Electron is updated: packaging the pinned Electron fails until it stands here.
 * @type {Readonly<Record<FuseName, boolean>>}
 */
export const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Known on macOS and Windows only; packages are made for Linux.
  EnableEmbeddedAsarIntegrityValidation: false,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  // Not a liberty but a faster way to the same bounds check.
  WasmTrapHandlers: true,
}

/** The one file the researcher starts. */
export const program = 'synoptic'

export const notice = 'DEVELOPMENT-ONLY.txt'

/**
 * Whether a package on this Electron may be given away: only the release that the project names is kept up to date.
 * @param {Pick<Electron, 'version'>} electron
 */
export const mayBeGivenAway = ({ version }) => version === readJson(join(root, 'package.json')).devDependencies.electron

/**
 * @param {Pick<Electron, 'version'>} electron
 * @returns {string} what a package's folder is called
 */
export function packageName(electron) {
  const { productName, version } = readJson(join(root, 'package.json'))
  const what = `${productName}-${version}-linux-${process.arch}`
  return mayBeGivenAway(electron) ? what : `${what}-development-only-electron-${electron.version}`
}

/**
 * Lays the built application out in `folder`, which is made anew.
 * @param {Pick<Electron, 'version' | 'path' | 'dist'>} electron @param {string} folder
 * @returns {Promise<string>} the program's path
 */
export async function packageInto(electron, folder) {
  if (process.platform !== 'linux') throw new SetupError('Packages are made on Linux only so far. On macOS and Windows an application must be signed and bear its own name and icon, which nobody has tried here yet. npm start runs Synoptic from this folder.')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  // Without the archive of Electron's own start page; the binary is written to afterwards, so nothing here is a link.
  cpSync(electron.dist, folder, { recursive: true, mode: constants.COPYFILE_FICLONE, filter: (path) => basename(path) !== 'default_app.asar' })
  const started = join(folder, program)
  renameSync(join(folder, basename(electron.path)), started)
  const itsLicence = join(folder, 'LICENSE')
  if (existsSync(itsLicence)) renameSync(itsLicence, join(folder, 'LICENSE.electron.txt'))
  cpSync(join(root, 'LICENSE'), itsLicence)
  await archive(join(folder, 'resources/app.asar'))
  await setFuses(started, mayBeGivenAway(electron))
  if (!mayBeGivenAway(electron)) writeFileSync(join(folder, notice), `This was packaged on Electron ${electron.version}, which gets no security updates any more, for trying the packaging out. Do not give it to anybody.\n`)
  return started
}

/** @param {string} file where the application's archive goes: what is run and shown, no sources and no packages */
async function archive(file) {
  const { createPackage } = await import('@electron/asar')
  const work = mkdtempSync(join(tmpdir(), 'synoptic-package-'))
  try {
    const { name, productName, version, description, license, author, type, main } = readJson(join(root, 'package.json'))
    writeFileSync(join(work, 'package.json'), JSON.stringify({ name, productName, version, description, license, author, type, main }))
    for (const part of ['out/main', 'out/preload', 'out/renderer', 'resources']) cpSync(join(root, part), join(work, part), { recursive: true })
    await createPackage(work, file)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} binary
 * @param {boolean} all whether the binary must have exactly the fuses above; an older one has only the first few of them
 */
async function setFuses(binary, all) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const there = Object.keys(await readFuses(binary))
  const wanted = Object.entries(fuses).filter(([name]) => all || there.includes(name))
  const settings = Object.fromEntries(wanted.map(([name, on]) => [FuseV1Options[/** @type {FuseName} */ (name)], on]))
  await flipFuses(binary, /** @type {import('@electron/fuses').FuseConfig} */ ({ version: FuseVersion.V1, strictlyRequireAllFuses: all, ...settings }))
}

/**
 * The fuses as they stand in a binary; one that its Electron does not know is not among them.
 * @param {string} binary
 * @returns {Promise<Readonly<Partial<Record<FuseName, boolean>>>>}
 */
export async function readFuses(binary) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const { version: _, ...wire } = await getCurrentFuseWire(binary)
  return Object.fromEntries(Object.entries(wire).map(([index, state]) => [FuseV1Options[Number(index)], state === FuseState.ENABLE]))
}
