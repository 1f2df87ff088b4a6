import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const built = new Map<string, Promise<string>>()

/** Bundles tests/faults/programs/<name>.ts for Node, once per process. @returns the file to run; it goes when this process ends */
export function program(name: string): Promise<string> {
  const known = built.get(name)
  if (known) return known
  const made = bundle(name)
  built.set(name, made)
  return made
}

async function bundle(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `synoptic-${name}-`))
  process.once('exit', () => { rmSync(folder, { recursive: true, force: true }) })
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url)), outDir: folder, rollupOptions: { output: { entryFileNames: 'program.mjs' } } },
  })
  return join(folder, 'program.mjs')
}

export interface Running {
  readonly process: ChildProcess
  /** Lines it has printed in full so far. */
  readonly said: () => readonly string[]
  /** Resolves when it says something for the first time or ends without. */
  readonly started: Promise<unknown>
  /** Resolves with the exit code and the signal. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>
}

/** Runs a bundled program; @param under a command to run it under, such as strace with its options */
export function start(file: string, args: readonly string[], under: readonly string[] = []): Running {
  const [command = process.execPath, ...rest] = [...under, process.execPath, file, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => { printed += part })
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  return {
    process: child, ended,
    started: Promise.race([once(child.stdout, 'data'), ended]),
    // What stands after the last line end was not reported in full.
    said: () => printed.split('\n').slice(0, -1),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
