// Whether Chromium can have its sandbox here. It always should; where the system refuses it, Electron would not start at all.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} name */
function setting(name) {
  const file = join('/proc/sys/kernel', name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
}

/** @param {string} file */
function setuidRoot(file) {
  const found = statSync(file, { throwIfNoEntry: false })
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0
}

/**
 * Why Electron has to run with --no-sandbox, as a phrase; undefined where it runs with its sandbox.
 * @param {string} dist Electron's folder @param {number} [user] who runs it
 */
export function sandboxObstacle(dist, user = process.getuid?.()) {
  if (process.platform !== 'linux') return undefined
  if (user === 0) return 'Chromium refuses it to root'
  const closed = setting('unprivileged_userns_clone') === '0' || setting('apparmor_restrict_unprivileged_userns') === '1'
  if (!closed || setuidRoot(join(dist, 'chrome-sandbox'))) return undefined
  return 'this system gives ordinary users no namespaces for it'
}

/** @param {string} obstacle */
export const sandboxWarning = (obstacle) => `Electron runs without its sandbox (--no-sandbox), as ${obstacle}: fine for development, not for daily work.`
