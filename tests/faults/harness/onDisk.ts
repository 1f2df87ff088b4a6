import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Every file in a folder with its bytes, by its name relative to it, with slashes. */
export async function bytesIn(folder: string, inner = ''): Promise<ReadonlyMap<string, Buffer>> {
  const all = new Map<string, Buffer>()
  for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
    const name = inner === '' ? entry.name : `${inner}/${entry.name}`
    if (entry.isDirectory()) for (const [file, bytes] of await bytesIn(folder, name)) all.set(file, bytes)
    else all.set(name, await readFile(join(folder, name)))
  }
  return all
}

/** Makes a folder hold exactly these files again. */
export async function putBack(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const there = await bytesIn(folder)
  for (const name of there.keys()) if (!files.has(name)) await rm(join(folder, name))
  for (const [name, bytes] of files) {
    if (there.get(name)?.equals(bytes)) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}
