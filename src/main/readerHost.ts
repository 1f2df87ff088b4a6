import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { HEAP, residentMemory, type ImportHost } from '../formats/reading/host'
import type { FromReader } from '../formats/reading/messages'

/** Processes that read files, as Electron's utility processes. */
export const readerHost: ImportHost = {
  start() {
    const child = utilityProcess.fork(join(__dirname, 'reader.cjs'), [], { serviceName: 'Synoptic reader', execArgv: [...HEAP], stdio: 'ignore' })
    return {
      post: (message) => { child.postMessage(message) },
      onMessage: (listener) => { child.on('message', (message: FromReader) => { listener(message) }) },
      onExit: (listener) => { child.once('exit', listener) },
      memory: () => residentMemory(child.pid) ?? memoryToldByElectron(child.pid),
      kill: () => { child.kill() },
    }
  },
}

const memoryToldByElectron = (pid: number | undefined): number =>
  (app.getAppMetrics().find((one) => one.pid === pid)?.memory.workingSetSize ?? 0) * 1024
