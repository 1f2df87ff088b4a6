import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Answer, Args, CallChannel, CallName, DropChannel, ImportOffer, Result } from '../preload/contract'
import { AppError, failureOf } from './failure'
import { isCallName, parseArgs, pathsSchema } from './requests'

const CALL: CallChannel = 'synoptic:call'
const DROP: DropChannel = 'synoptic:drop'

/** What answers each call. */
export type Handlers = { readonly [K in CallName]: (args: Args<K>) => Promise<Result<K>> | Result<K> }

/**
 * The one place where messages from the window come in. Each must come from the window's own main frame, name a
 * known call, and fit that call's schema; whatever goes wrong is answered as a value.
 */
export function listen(origin: string, handlers: Handlers, drop: (paths: readonly string[]) => ImportOffer | null): void {
  ipcMain.handle(CALL, (event, name: unknown, args: unknown) => answer(event, origin, () => {
    if (!isCallName(name)) throw new AppError('refused', 'The window asked for something unknown.')
    return handle(handlers, name, args)
  }))
  ipcMain.handle(DROP, (event, paths: unknown) => (isOwn(event, origin) ? drop(pathsSchema.parse(paths)) : null))
}

const handle = <K extends CallName>(handlers: Handlers, name: K, args: unknown): Promise<Result<K>> | Result<K> =>
  handlers[name](parseArgs(name, args))

async function answer<T>(event: IpcMainInvokeEvent, origin: string, work: () => Promise<T> | T): Promise<Answer<T>> {
  try {
    if (!isOwn(event, origin)) throw new AppError('refused', 'A message from outside the window was refused.')
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, ...failureOf(error) }
  }
}

function isOwn(event: IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  return window !== null && frame !== null && frame === event.sender.mainFrame && frame.url.startsWith(`${origin}/`)
}
