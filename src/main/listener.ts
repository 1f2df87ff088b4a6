import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Answer, CallChannel, DropChannel } from '../preload/contract'
import type { Backend } from './backend'
import { AppError, failureOf } from './failure'

const CALL: CallChannel = 'synoptic:call'
const DROP: DropChannel = 'synoptic:drop'

/**
 * The one place where messages from the window come in. Each must come from the window's own main frame, name a
 * known call, and fit that call's schema (see requests.ts); whatever goes wrong is answered as a value.
 */
export function listen(origin: string, backend: Promise<Backend>): void {
  ipcMain.handle(CALL, async (event, name: unknown, args: unknown): Promise<Answer<unknown>> => {
    try {
      if (!isOwn(event, origin)) throw new AppError('refused', 'A message from outside the window was refused.')
      return { ok: true, value: await (await backend).answer(name, args) }
    } catch (error) {
      return { ok: false, ...failureOf(error) }
    }
  })
  ipcMain.handle(DROP, async (event, paths: unknown) => (isOwn(event, origin) ? (await backend).drop(paths) : null))
}

function isOwn(event: IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  return window !== null && frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${origin}/`)
}
