// The process that reads what is imported: started by utilityProcess.fork or, without Electron, by child_process.fork.
import '../formats/reading/confine'
import { serve } from '../formats/reading/serve'
import type { ToReader } from '../formats/reading/messages'

// Electron's own parent port wraps messages in events; Node's channel gives them as they are.
const port = (process as { parentPort?: Electron.ParentPort }).parentPort
if (port) {
  serve({
    post: (message) => { port.postMessage(message) },
    onMessage: (listener) => { port.on('message', ({ data }) => { listener(data as ToReader) }) },
  })
} else {
  serve({
    post: (message) => { process.send?.(message) },
    onMessage: (listener) => { process.on('message', (message) => { listener(message as ToReader) }).on('disconnect', () => { process.exit() }) },
  })
}
