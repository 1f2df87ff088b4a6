import { readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { BURNT } from './burnt'
import { start } from './programs'

/** Which calls fail with what. */
const injections: readonly { readonly call: string; readonly errors: readonly string[] }[] = [
  { call: 'openat', errors: ['EIO', 'ENOSPC', 'EINTR'] },
  { call: 'write', errors: ['EIO', 'ENOSPC', 'EINTR'] },
  { call: 'fsync', errors: ['EIO', 'ENOSPC', 'EINTR'] },
  { call: 'close', errors: ['EIO', 'EINTR'] },
  { call: 'link', errors: ['EIO', 'ENOSPC'] },
  { call: 'rename', errors: ['EIO', 'ENOSPC'] },
  { call: 'unlink', errors: ['EIO'] },
  { call: 'mkdir', errors: ['EIO', 'ENOSPC'] },
  { call: 'statx', errors: ['EIO'] },
]
const BURNT_CALLS: ReadonlySet<string> = new Set(['openat', 'statx', 'close'])

/** One call of the system, counted by thread, that fails. */
export interface Injection {
  readonly call: string
  readonly error: string
  readonly at: number
}

export interface Traced {
  /** What the program said. */
  readonly said: readonly string[]
  /** True when it was the thread that works with files which the fault met. */
  readonly hit: boolean
}

interface Line {
  readonly thread: string
  readonly call: string
  readonly whole: string
}

/** Runs a program with one call failing; without an injection only its calls are written down. */
export async function traced(file: string, folder: string, log: string, injection: Injection | null): Promise<Traced> {
  const inject = injection ? ['-e', `inject=${injection.call}:error=${injection.error}:when=${injection.at}`] : []
  const calls = injection ? injection.call : injections.map(({ call }) => call).join()
  // One thread for all work with files, so that its calls have one count.
  const one = start(file, [folder], ['env', 'UV_THREADPOOL_SIZE=1', 'strace', '-f', '-qq', '--seccomp-bpf', '-o', log, '-e', `trace=${calls}`, ...inject])
  await one.ended
  const lines = linesOf(log)
  return { said: one.said(), hit: lines.some(({ thread, whole }) => thread !== lines[0]?.thread && whole.includes('(INJECTED)')) }
}

/** True where a process may trace another one. */
export async function mayTrace(): Promise<boolean> {
  const tried = spawn('strace', ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=mkdir', 'true'], { stdio: 'ignore' })
  const ended = once(tried, 'close').then(([code]) => code === 0, () => false)
  return ended
}

/** Every fault worth trying, from what a run without any did. @param log of that run */
export function faultsIn(log: string): readonly Injection[] {
  const lines = linesOf(log)
  const main = lines[0]?.thread
  return injections.flatMap(({ call, errors }) => {
    const made = lines.filter((line) => line.thread !== main && line.call === call)
    return errors.flatMap((error) => placesOf(call, made).map((at) => ({ call, error, at })))
  })
}

/** The thread also wakes the other one by writing eight bytes, now once more and now once less: what is near a write to a file is tried. */
function placesOf(call: string, made: readonly Line[]): readonly number[] {
  const all = made.map((_, n) => n + 1)
  if (call !== 'write') return BURNT_CALLS.has(call) ? all.slice(BURNT) : all
  const near = made.flatMap(({ whole }, n) => (whole.includes(', 8) ') ? [] : [n, n + 1, n + 2]))
  return [...new Set(near)].filter((at) => at > 0)
}

function linesOf(log: string): readonly Line[] {
  return readFileSync(log, 'utf8').split('\n').flatMap((whole) => {
    const [, thread, call] = /^(\d+) +(\w+)\(/.exec(whole) ?? []
    return thread === undefined || call === undefined ? [] : [{ thread, call, whole }]
  })
}
