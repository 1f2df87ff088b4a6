// What every script here needs: where the project lies, how to speak, how to run npm and the installed tools.
// Node built-ins only: all of this runs before any dependency is installed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @param {string} text */
export const say = (text) => console.log(`› ${text}`)

/** A set-up step that cannot go on; its message tells the user what to do, so no stack is shown. */
export class SetupError extends Error {}

/**
 * Runs a script's body; a set-up error ends it with its message and exit code 1.
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}\n` : error)
    process.exit(1)
  }
}

/** @param {string} file */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/**
 * The script behind an installed command, to be run with this same Node: no shell, no PATH, alike on every system.
 * @param {string} name the package
 * @param {string} [command] the command, where it is not called like the package
 */
export function tool(name, command = name) {
  const folder = join(root, 'node_modules', name)
  const { bin } = readJson(join(folder, 'package.json'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath // set inside `npm run`
  if (cli?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [cli, ...args], { cwd: root, ...options })
  return spawnSync('npm', args, { cwd: root, shell: process.platform === 'win32', ...options })
}
