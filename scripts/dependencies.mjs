// Installs the dependencies where node_modules does not hold what package-lock.json asks for.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm, readJson, root, say, SetupError } from './project.mjs'

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/**
 * The packages of a lockfile that an installation lacks or has in another version.
 * Packages for other systems are optional and rightly absent.
 * @param {Packages} wanted @param {Packages} installed
 */
export function stalePackages(wanted, installed) {
  return Object.keys(wanted).filter((path) => {
    const want = wanted[path], have = installed[path]
    if (path === '' || !want) return false
    return have ? have.version !== want.version : !want.optional
  })
}

/** npm writes node_modules/.package-lock.json last, so it vouches for a complete install, by hand or by us. */
function current() {
  const stamp = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(stamp)) return false
  return stalePackages(readJson(join(root, 'package-lock.json')).packages, readJson(stamp).packages).length === 0
}

/** Also refuses a Node that is too old, before anything else fails on it obscurely. */
export function ensureDependencies() {
  const wanted = readJson(join(root, 'package.json')).engines.node.replace('>=', '')
  if (process.versions.node.localeCompare(wanted, 'en', { numeric: true }) < 0) {
    throw new SetupError(`Synoptic is built with Node ${wanted} or newer; this is Node ${process.versions.node}.`)
  }
  if (current()) return
  say('Installing dependencies (npm ci) …')
  // Everything is a dev dependency, which NODE_ENV=production would leave out. The log level hides warnings about engines.
  const { status } = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new SetupError('npm ci failed; see above. A network or registry problem usually passes when tried again.')
}
