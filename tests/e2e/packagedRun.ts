import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lchown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { exists } from './exists'
import { laysOut } from './readyMade'

interface Ended { readonly code: number | null; readonly signal: string | null }

export interface Started {
  /** What it and its processes said on their way. */
  readonly said: () => string
  /** Whether the project it was given is open in it: its window stands, and called for it. */
  readonly opens: () => Promise<void>
  readonly pid: number
  /** Asks it to close, as the system does when one logs out. */
  readonly closes: () => Promise<Ended>
  /** Waits until it ends by itself. */
  readonly ends: () => Promise<Ended>
}

/** A project folder and the data of a researcher who has said who she is, so that a start with its name opens it. */
export async function studyIn(folder: string): Promise<{ readonly study: string; readonly dataDir: string }> {
  const [study, dataDir] = [join(folder, 'Study.synoptic'), join(folder, 'data')]
  await laysOut(study, { dimensions: [], texts: { Courier: 'They met on Tuesday.' } })
  await mkdir(dataDir)
  const settings = { coderName: 'First coder', theme: 'light', keys: {} }
  await writeFile(join(dataDir, 'preferences.json'), JSON.stringify({ settings, coders: [], recent: [], bounds: null }))
  return { study, dataDir }
}

/** Starts a program as a desktop would; nothing but its own output and what it does on disk is seen of it, as its fuses let no test in. @param user whose it is, where it is not this one's */
export function starts(program: string, { study, dataDir }: { study: string; dataDir: string }, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}, user?: number): Started {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...inherited } = process.env
  const sandbox = process.env['SYNOPTIC_TEST_SANDBOX'] === 'off' && user === undefined ? ['--no-sandbox'] : []
  const child = spawn(program, [...args, ...sandbox, study], { env: { ...inherited, SYNOPTIC_DATA_DIR: dataDir, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...(user !== undefined && { uid: user, gid: user }) })
  const ended = once(child, 'exit').then(([code, signal]): Ended => ({ code: code as number | null, signal: signal as string | null }))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += String(chunk) })
  return {
    pid: child.pid ?? 0,
    said: () => said,
    opens: () => expect.poll(() => exists(join(study, '.lock')), { message: 'the project is open', timeout: 30_000 }).toBe(true),
    async closes() {
      child.kill('SIGTERM')
      const overdue = setTimeout(() => child.kill('SIGKILL'), 20_000)
      return ended.finally(() => { clearTimeout(overdue) })
    },
    ends: () => ended,
  }
}

/** Gives a folder with all that is in it to another user; only root can. */
export async function givesTo(folder: string, user: number): Promise<void> {
  for (const path of ['.', ...await readdir(folder, { recursive: true })]) await lchown(join(folder, path), user, user)
}

/** What Linux knows of the processes that a process and its children have started with this argument. */
export async function processesOf(ancestor: number, argument: string): Promise<string[]> {
  const known = new Map<number, { readonly parent: number; readonly status: string; readonly command: string }>()
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
    const read = (what: string): Promise<string> => readFile(join('/proc', name, what), 'utf8').catch(() => '') // it may have ended
    const status = await read('status')
    known.set(Number(name), { parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), status, command: await read('cmdline') })
  }
  const descends = (pid: number): boolean => pid === ancestor || (known.has(pid) && pid > 1 && descends(known.get(pid)?.parent ?? 0))
  return [...known].filter(([pid, { command }]) => command.includes(argument) && descends(pid)).map(([, { status }]) => status)
}
