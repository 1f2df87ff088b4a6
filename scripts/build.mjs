// Builds the application into out/, only when the sources differ from those of the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say, SetupError, tool } from './project.mjs'

const sources = ['src', 'resources', 'electron.vite.config.ts', 'bundling.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json']
const stamp = join(root, 'out', '.sources')

/** @param {string} path @returns {string[]} the files at or under it, sorted */
function filesAt(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * A fingerprint of names and contents. Times would not do: git sets them anew at every switch of branches.
 * @param {string} folder @param {string[]} paths
 */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesAt(join(folder, path)))) {
    const body = readFileSync(file)
    hash.update(`${file.slice(folder.length)}\0${body.length}\0`).update(body)
  }
  return hash.digest('hex')
}

/** @param {string} electron the binary, which electron-vite wants to know and cannot find by itself before its download */
export function ensureBuild(electron) {
  const now = fingerprint(root, sources)
  if (existsSync(join(root, 'out/main/index.cjs')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building the application …')
  rmSync(stamp, { force: true })
  const done = spawnSync(process.execPath, [tool('electron-vite'), 'build', '--logLevel', 'warn'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ELECTRON_EXEC_PATH: electron, NODE_ENV: 'production' },
  })
  if (done.status !== 0) throw new SetupError('The build failed; see above.')
  writeFileSync(stamp, now)
}
