// What Electron needs from a Linux system: shared libraries and, without a display, Xvfb.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { needsDisplay } from './display.mjs'
import { say, SetupError } from './project.mjs'

// Each with the name it bears since Debian 13 and Ubuntu 24.04, where that differs.
const libraries = [['libnss3'], ['libgtk-3-0t64', 'libgtk-3-0'], ['libgbm1'], ['libasound2t64', 'libasound2']]

/** @param {string} name */
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** @param {string} electron @returns {string[]} what is missing, by name */
function missing(electron) {
  const { stdout } = spawnSync('ldd', [electron], { encoding: 'utf8' })
  const found = (stdout ?? '').match(/^\s*\S+(?= => not found)/gm) ?? []
  return [...new Set(found.map((line) => line.trim())), ...(needsDisplay() && !onPath('Xvfb') ? ['Xvfb'] : [])]
}

/** The packages that bring them, by the names this system's package lists know. */
function packages() {
  /** @param {string} name */
  const known = (name) => spawnSync('apt-cache', ['show', '--no-all-versions', name]).status === 0
  return [...libraries.map((names) => names.find(known) ?? /** @type {string} */ (names.at(-1))), ...(needsDisplay() ? ['xvfb'] : [])]
}

/** @param {string[]} args */
function apt(...args) {
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (status !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed; see above.`)
}

/**
 * Installs what is missing where this may be done without asking; otherwise says how and stops.
 * @param {string} electron the binary
 */
export function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return
  const lacking = missing(electron)
  if (lacking.length === 0) return
  const sentence = `Electron needs what this system lacks: ${lacking.join(', ')}.`
  if (!onPath('apt-get')) throw new SetupError(`${sentence}\nInstall it with this system's package manager, then try again.`)
  if (process.getuid?.() !== 0) {
    throw new SetupError(`${sentence}\nInstall it with the following command, then try again:\n  sudo apt-get install -y ${packages().join(' ')}`)
  }
  say(`${sentence} Installing it with apt-get …`)
  apt('-q', 'update')
  apt('-q', 'install', '-y', '--no-install-recommends', ...packages())
  const still = missing(electron)
  if (still.length > 0) throw new SetupError(`Still missing after the installation: ${still.join(', ')}.`)
}
