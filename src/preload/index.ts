import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Answer, Bridge, CallChannel, DropChannel, ImportOffer, SignalChannel } from './contract'

const CALL: CallChannel = 'synoptic:call'
const SIGNAL: SignalChannel = 'synoptic:signal'
const DROP: DropChannel = 'synoptic:drop'

type Listener = (payload: never) => void
const listeners = new Map<string, Set<Listener>>()

function tell(name: string, payload: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(payload as never)
}

ipcRenderer.on(SIGNAL, (_event, name: string, payload: unknown) => { tell(name, payload) })

const bridge = {
  call: (name, args) => ipcRenderer.invoke(CALL, name, args) as Promise<Answer<never>>,
  on(name, listener) {
    const known = listeners.get(name) ?? new Set()
    listeners.set(name, known.add(listener))
    return () => { known.delete(listener) }
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('synoptic', bridge)

// Files dropped on the window are taken here, in the isolated world: the page learns an offer's id, never a path.
window.addEventListener('dragover', (event) => { event.preventDefault() })
window.addEventListener('drop', (event) => {
  event.preventDefault()
  const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '')
  if (paths.length === 0) return
  void ipcRenderer.invoke(DROP, paths).then((offer: ImportOffer | null) => { if (offer) tell('dropped', offer) })
})

/** Electron before 29 has no webUtils and puts the path on the file itself. */
function pathOf(file: File & { readonly path?: string }): string {
  const utils = webUtils as typeof webUtils | undefined
  return utils ? utils.getPathForFile(file) : (file.path ?? '')
}
