import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { FromReader, ToReader } from './messages'

/** A process that reads files and can be ended at any moment. */
export interface ReaderProcess {
  readonly post: (message: ToReader) => void
  readonly onMessage: (listener: (message: FromReader) => void) => void
  /** Called once, however it ended. */
  readonly onExit: (listener: () => void) => void
  /** Bytes it has in memory, as the system says; 0 where that is not known. */
  readonly memory: () => number
  readonly kill: () => void
}

/** Where such processes come from: Electron, or in tests and on a command line Node itself. */
export interface ImportHost {
  readonly start: () => ReaderProcess
}

/** For processes of Node. @param script the bundled reader */
export const nodeHost = (script: string): ImportHost => ({
  start() {
    const child = fork(script, [], { serialization: 'advanced', execArgv: [...HEAP], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    return {
      post: (message) => { if (child.connected) child.send(message, () => undefined) },
      onMessage: (listener) => { child.on('message', (message) => { listener(message as FromReader) }) },
      // What it still said comes before the channel is cut.
      onExit: (listener) => { child.once('disconnect', listener).once('error', listener) },
      memory: () => residentMemory(child.pid) ?? 0,
      kill: () => { child.kill('SIGKILL') },
    }
  },
})

/** Below the limit of the whole, so that the engine gives up first where it can. */
export const HEAP = ['--max-old-space-size=400'] as const

const PAGE = 4096

/** Bytes a process has in memory; undefined where the system does not say so as Linux does. */
export function residentMemory(pid: number | undefined): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'utf8').split(' ')[1]) * PAGE
  } catch {
    return undefined
  }
}
