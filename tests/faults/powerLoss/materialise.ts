import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../../src/storage/disk'
import type { Tree } from './crash'

/** Makes the files and folders of a tree in a new folder. Folders stand before what is in them. */
export function materialise(tree: Tree, folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of tree) {
    if (content === null) mkdirSync(join(folder, path))
    else writeFileSync(join(folder, path), content)
  }
}

const hashes = new WeakMap<Buffer, string>()

function hashOf(content: Buffer): string {
  const hash = hashes.get(content) ?? sha256(content)
  hashes.set(content, hash)
  return hash
}

/** Tells trees apart that hold something else. */
export const treeKey = (tree: Tree): string => sha256([...tree].map(([path, content]) => `${path}\0${content === null ? 'folder' : hashOf(content)}`).sort().join('\n'))
