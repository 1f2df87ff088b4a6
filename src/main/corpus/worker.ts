import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { TextReader } from '../../storage/textReader'
import { Library } from './library'
import type { FromCorpus, ToCorpus } from './protocol'
import { TaskBench } from './taskBench'

/** How long texts are read ahead before it is looked whether there is something to do. */
const READ_MS = 10

const port = parentPort
if (!port) throw new Error('The corpus worker runs only as a worker.')

const library = new Library(new TextReader(String(workerData)))
const bench = new TaskBench(library, {
  send: (message: FromCorpus) => { port.postMessage(message) },
  receive: () => receiveMessageOnPort(port)?.message as ToCorpus | undefined,
})

let reading = false
function readOn(): void {
  reading = library.readAhead(READ_MS)
  if (reading) setImmediate(readOn)
}

port.on('message', (message: ToCorpus) => {
  if (!bench.take(message) || reading) return
  reading = true
  setImmediate(readOn)
})
