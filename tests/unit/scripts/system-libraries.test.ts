import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ensureSystemLibraries } from '../../../scripts/system-libraries.mjs'

// Commands of our own stand in for the system's, so that nothing is really installed.
let folder: string
const log = () => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [])

function command(name: string, body: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`)
  chmodSync(join(folder, name), 0o755)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-system-'))
  vi.stubEnv('PATH', folder)
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  vi.spyOn(console, 'log').mockReturnValue()
  command('ldd', `if [ -e ${folder}/installed ]; then echo 'libgtk-3.so.0 => /lib/libgtk-3.so.0'; else echo 'libgtk-3.so.0 => not found'; fi`)
  command('apt-get', `echo "$@" >> ${folder}/log; case "$*" in *install*) : > ${folder}/installed;; esac`)
  command('apt-cache', 'case "$*" in *t64) exit 1;; esac')
  command('Xvfb', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

describe.runIf(process.platform === 'linux')('missing system libraries', () => {
  const as = (user: number) => vi.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(user)

  test('root has them installed, once', () => {
    as(0)
    ensureSystemLibraries('electron')
    ensureSystemLibraries('electron')
    expect(log()).toEqual(['-q update', '-q install -y --no-install-recommends libnss3 libgtk-3-0 libgbm1 libasound2 xvfb'])
  })

  test('root is told when the installation did not help', () => {
    as(0)
    command('apt-get', '')
    expect(() => ensureSystemLibraries('electron')).toThrow('Still missing after the installation: libgtk-3.so.0.')
  })

  test('anyone else is told the command, with the names this system uses', () => {
    as(1000)
    command('apt-cache', '')
    expect(() => ensureSystemLibraries('electron')).toThrow('sudo apt-get install -y libnss3 libgtk-3-0t64 libgbm1 libasound2t64 xvfb')
    expect(log()).toEqual([])
  })

  test('Xvfb is wanted only without a display', () => {
    as(1000)
    writeFileSync(join(folder, 'installed'), '')
    rmSync(join(folder, 'Xvfb'))
    expect(() => ensureSystemLibraries('electron')).toThrow('what this system lacks: Xvfb')
    vi.stubEnv('DISPLAY', ':0')
    expect(() => ensureSystemLibraries('electron')).not.toThrow()
  })

  test('a system without apt-get is told what is missing', () => {
    rmSync(join(folder, 'apt-get'))
    expect(() => ensureSystemLibraries('electron')).toThrow("package manager")
  })
})
