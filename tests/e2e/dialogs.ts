import type { ElectronApplication } from '@playwright/test'

// The system's own dialogs can't be driven from a test: they alone are answered in the application's place.

/** What the researcher will pick in the next dialogs that ask for files or a folder. */
export async function willPick(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: picked.length === 0, filePaths: picked })
  }, filePaths)
}

/** Where the researcher will save in the next dialogs that ask for a place. */
export async function willSaveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, filePath)
}

/** Which button, by its number, the researcher will press in message boxes; what they said is asked for with `wasAsked`. */
export async function willAnswer(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ app: main, dialog }, button) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, detail } = args.at(-1) as Electron.MessageBoxOptions
      main.emit('asked', `${message} ${detail ?? ''}`)
      return Promise.resolve({ response: button, checkboxChecked: false })
    }
  }, response)
}

/** Resolves with what the next message box says; to be called before it appears. */
export const wasAsked = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ app: main }) => new Promise<string>((resolve) => { main.once('asked' as 'ready', (said: unknown) => { resolve(String(said)) }) }))
