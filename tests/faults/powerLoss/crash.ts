import { ROOT, type Entry, type Inodes, type Operation } from './operations'

/** A change of names in one folder that was not flushed: it is on the disk or it is not. */
type Names = readonly Entry[]

/** What a file may hold that was not flushed. */
interface Content {
  readonly inode: number
  readonly mayBe: readonly Buffer[]
}

/** What is on the disk for certain when the power goes, and what may be. */
export interface Crash {
  readonly certain: Inodes
  readonly names: readonly Names[]
  readonly contents: readonly Content[]
  /** How often the program had said by then that something is done. */
  readonly acknowledged: number
}

/** Files by path, and folders as null. */
export type Tree = ReadonlyMap<string, Buffer | null>

interface Pending<T> {
  readonly at: number
  readonly what: T
}

/** The crash after none of the operations, after the first, after the second … */
export function* crashes(before: Inodes, operations: readonly Operation[]): Iterable<Crash> {
  const certain: Inodes = { folders: copied(before.folders), files: new Map(before.files) }
  let names: Pending<Names>[] = []
  let writes: Pending<{ readonly inode: number; readonly content: Buffer }>[] = []
  let acknowledged = 0
  const now = (): Crash => ({
    certain: { folders: copied(certain.folders), files: new Map(certain.files) },
    names: names.map(({ what }) => what), contents: contentsOf(certain, writes.map(({ what }) => what)), acknowledged,
  })

  yield now()
  for (const [at, operation] of operations.entries()) {
    if (operation.did === 'names') names.push({ at, what: operation.entries })
    else if (operation.did === 'write') writes.push({ at, what: operation })
    else if (operation.did === 'folder') certain.folders.set(operation.inode, new Map())
    else if (operation.did === 'acknowledge') acknowledged += 1
    else {
      const { inode, first } = operation
      const flushed = (one: { readonly at: number }, whose: number | undefined): boolean => one.at < first && whose === inode
      for (const one of names) if (flushed(one, one.what[0]?.folder)) enter(certain, one.what)
      for (const one of writes) if (flushed(one, one.what.inode)) certain.files.set(inode, one.what.content)
      names = names.filter((one) => !flushed(one, one.what[0]?.folder))
      writes = writes.filter((one) => !flushed(one, one.what.inode))
    }
    yield now()
  }
}

/**
 * What the disk may hold after a crash: every combination of what was not flushed if there are at most so many, else so
 * many by chance, among them all of it, none of it, and each thing alone and alone missing.
 */
export function* outcomes(crash: Crash, most: number, chance: () => number): Iterable<Tree> {
  const sizes = [...crash.names.map(() => 2), ...crash.contents.map(({ mayBe }) => mayBe.length)]
  const all = sizes.reduce((product, size) => product * size, 1)
  if (all <= most) for (let number = 0; number < all; number += 1) yield treeOf(crash, digits(number, sizes))
  else for (const choice of some(sizes, most, chance)) yield treeOf(crash, choice)
}

/** What the program itself sees at that moment, and the disk has when all of it came. */
export const everything = (crash: Crash): Tree => treeOf(crash, [...crash.names.map(() => 1), ...crash.contents.map(({ mayBe }) => mayBe.length - 1)])

function* some(sizes: readonly number[], most: number, chance: () => number): Iterable<readonly number[]> {
  const [none, whole] = [sizes.map(() => 0), sizes.map((size) => size - 1)]
  const special = [none, whole, ...sizes.flatMap((_, at) => [none.map((one, n) => (n === at ? whole[n] ?? 0 : one)), whole.map((one, n) => (n === at ? 0 : one))])]
  for (let n = 0; n < most; n += 1) {
    const rate = chance()
    yield special[n] ?? sizes.map((size) => (size === 2 ? Number(chance() < rate) : Math.floor(chance() * size)))
  }
}

/** The first choice is that nothing came, the last that all did. */
function treeOf({ certain, names, contents }: Crash, choice: readonly number[]): Tree {
  const disk: Inodes = { folders: copied(certain.folders), files: new Map(certain.files) }
  for (const [at, entries] of names.entries()) if (choice[at] === 1) enter(disk, entries)
  for (const [at, { inode, mayBe }] of contents.entries()) disk.files.set(inode, mayBe[choice[names.length + at] ?? 0] ?? Buffer.alloc(0))
  const tree = new Map<string, Buffer | null>()
  lay(disk, ROOT, '', tree)
  return tree
}

function lay(disk: Inodes, folder: number, path: string, tree: Map<string, Buffer | null>): void {
  for (const [name, inode] of disk.folders.get(folder) ?? []) {
    const inner = path === '' ? name : `${path}/${name}`
    const isFolder = disk.folders.has(inode)
    tree.set(inner, isFolder ? null : disk.files.get(inode) ?? Buffer.alloc(0))
    if (isFolder) lay(disk, inode, inner, tree)
  }
}

function enter({ folders }: Inodes, entries: Names): void {
  for (const { folder, name, inode } of entries) {
    if (inode === null) folders.get(folder)?.delete(name)
    else folders.get(folder)?.set(name, inode)
  }
}

const BLOCK = 4096

/** What was there before, nothing, zeros in the right length, one part or the other, each state there was, all of it. */
function contentsOf(certain: Inodes, writes: readonly { readonly inode: number; readonly content: Buffer }[]): readonly Content[] {
  const inodes = [...new Set(writes.map(({ inode }) => inode))]
  return inodes.map((inode) => {
    const states = writes.filter((one) => one.inode === inode).map(({ content }) => content)
    const last = states.at(-1) ?? Buffer.alloc(0)
    const half = last.length > 2 * BLOCK ? BLOCK : Math.floor(last.length / 2)
    const mayBe = [certain.files.get(inode) ?? Buffer.alloc(0), Buffer.alloc(0), Buffer.alloc(last.length), last.subarray(0, half), Buffer.concat([Buffer.alloc(half), last.subarray(half)]), ...states]
    return { inode, mayBe: mayBe.filter((one, at) => !mayBe.slice(at + 1).some((other) => other.equals(one))) }
  })
}

const copied = (folders: Inodes['folders']): Inodes['folders'] => new Map([...folders].map(([inode, names]) => [inode, new Map(names)]))

/** A number written with a base of its own for each digit. */
function digits(number: number, sizes: readonly number[]): readonly number[] {
  let left = number
  return sizes.map((size) => {
    const digit = left % size
    left = Math.floor(left / size)
    return digit
  })
}
