import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folders = { main: '.', preload: '../preload', window: '../renderer/assets' } as const

/**
 * Knows the bundles Synoptic was built into, as `main/index.cjs`. A stack names other files too, and any name could stand in
 * the message before it. Looked up when it is first asked, which is never while all goes well.
 * @param out the folder of the main process's bundles
 */
export function ownBundles(out = __dirname): (file: string) => boolean {
  let known: ReadonlySet<string> | undefined
  return (file) => {
    known ??= new Set(Object.entries(folders).flatMap(([name, folder]) => namesIn(join(out, folder)).map((one) => `${name}/${one}`)))
    return known.has(file)
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
