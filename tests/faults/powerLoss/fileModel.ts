import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { ROOT, type Entry, type Inodes, type Names, type Operation } from './operations'

/** What is below a folder, as the program sees it, and what it had the system do there. */
export class FileModel {
  readonly operations: Operation[] = []
  /** What there was at first, all of it durable. */
  readonly before: Inodes
  readonly #now: Inodes = { folders: new Map(), files: new Map() }
  #next = ROOT

  /** @param root absolute, with links resolved */
  constructor(readonly root: string) {
    this.#read(root)
    this.before = { folders: new Map([...this.#now.folders].map(([inode, names]) => [inode, new Map(names)])), files: new Map(this.#now.files) }
  }

  /** The number of what a path means; null when there is nothing, or it is not below the root. */
  at(path: string): number | null {
    const names = this.#split(path)
    let inode: number | null = names === null ? null : ROOT
    for (const name of names ?? []) inode = inode === null ? null : this.#now.folders.get(inode)?.get(name) ?? null
    return inode
  }

  contentOf(inode: number): Buffer {
    return this.#now.files.get(inode) ?? Buffer.alloc(0)
  }

  makeFile(path: string): number {
    this.#next += 1
    this.#now.files.set(this.#next, Buffer.alloc(0))
    this.#change([this.#entry(path, this.#next)])
    return this.#next
  }

  /** Makes a folder and those above it that are missing. */
  makeFolder(path: string): void {
    const missing: string[] = []
    for (let at = path; this.at(at) === null; at = join(at, '..')) missing.unshift(at)
    for (const at of missing) {
      this.#next += 1
      this.#now.folders.set(this.#next, new Map())
      this.operations.push({ did: 'folder', inode: this.#next })
      this.#change([this.#entry(at, this.#next)])
    }
  }

  write(inode: number, content: Buffer): void {
    this.#now.files.set(inode, content)
    this.operations.push({ did: 'write', inode, content })
  }

  link(from: string, to: string): void {
    this.#change([this.#entry(to, this.#demand(from))])
  }

  /** Within a folder a rename reaches the disk as one; from folder to folder nothing promises that. */
  rename(from: string, to: string): void {
    const inode = this.#demand(from)
    // As POSIX has it: a rename between two names of one file does nothing.
    if (this.at(to) === inode) return
    const [gone, come] = [this.#entry(from, null), this.#entry(to, inode)]
    if (gone.folder === come.folder) this.#change([gone, come])
    else for (const entry of [come, gone]) this.#change([entry])
  }

  unlink(path: string): void {
    this.#change([this.#entry(path, null)])
  }

  /** @param first how many operations had been done when the flush began */
  flush(inode: number, first: number): void {
    this.operations.push({ did: 'flush', inode, first })
  }

  acknowledge(): void {
    this.operations.push({ did: 'acknowledge' })
  }

  #change(entries: readonly Entry[]): void {
    for (const { folder, name, inode } of entries) {
      const names = this.#names(folder)
      if (inode === null) names.delete(name)
      else names.set(name, inode)
    }
    this.operations.push({ did: 'names', entries })
  }

  #entry(path: string, inode: number | null): Entry {
    const names = this.#split(path)
    const name = names?.at(-1)
    if (name === undefined) throw new Error(`${path} is not below what is recorded`)
    return { folder: this.#demand(join(path, '..')), name, inode }
  }

  #demand(path: string): number {
    const inode = this.at(path)
    if (inode === null) throw new Error(`${path} was made behind the recorder’s back`)
    return inode
  }

  #names(folder: number): Names {
    const names = this.#now.folders.get(folder)
    if (!names) throw new Error(`${folder} is no folder`)
    return names
  }

  #split(path: string): readonly string[] | null {
    const inside = relative(this.root, path)
    if (inside === '') return []
    return inside.startsWith('..') ? null : inside.split(sep)
  }

  #read(path: string): number {
    const inode = this.#next
    this.#next += 1
    if (lstatSync(path).isDirectory()) {
      const names: Names = new Map()
      this.#now.folders.set(inode, names)
      for (const name of readdirSync(path).sort()) names.set(name, this.#read(join(path, name)))
    } else this.#now.files.set(inode, readFileSync(path))
    return inode
  }
}
