import type { FileHandle } from 'node:fs/promises'
import { nodeDisk, type Disk } from '../../../src/storage/disk'
import { FileModel } from './fileModel'

/** Flags with which a file is opened, as far as they matter here. Numbers are for reading. */
const MAKES = new Set(['wx', 'ax', 'a'])
const KNOWN = new Set(['r', 'r+', ...MAKES])

type Call = (...args: unknown[]) => Promise<unknown>

/** The real file system; what is done to it below a folder is written down. A call it does not know how to write down is refused. */
export function recordingDisk(root: string): { readonly disk: Disk; readonly model: FileModel } {
  const model = new FileModel(root)
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value
    throw new Error('paths are recorded as text only')
  }

  const calls: Readonly<Record<string, (real: Call, args: readonly unknown[]) => Promise<unknown>>> = {
    open: async (real, args) => {
      const [path, flags] = [text(args[0]), args[1]]
      if (typeof flags === 'string' && !KNOWN.has(flags)) throw new Error(`opening with ${flags} is not recorded`)
      const handle = await real(...args) as FileHandle
      const there = model.at(path)
      const inode = there ?? (typeof flags === 'string' && MAKES.has(flags) ? model.makeFile(path) : null)
      return inode === null ? handle : recordedHandle(handle, inode, model, flags === 'a' || flags === 'ax')
    },
    link: async (real, args) => { await real(...args); model.link(text(args[0]), text(args[1])) },
    rename: async (real, args) => { await real(...args); model.rename(text(args[0]), text(args[1])) },
    unlink: async (real, args) => { await real(...args); model.unlink(text(args[0])) },
    mkdir: async (real, args) => { const made = await real(...args); model.makeFolder(text(args[0])); return made },
    copyFile: async (real, args) => {
      await real(...args)
      const [from, to] = [model.at(text(args[0])), text(args[1])]
      model.write(model.at(to) ?? model.makeFile(to), from === null ? Buffer.alloc(0) : model.contentOf(from))
    },
  }

  const disk = new Proxy(nodeDisk, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      const call = typeof name === 'string' ? calls[name] : undefined
      return call === undefined ? value : (...args: unknown[]) => call(value as Call, args)
    },
  })
  return { disk, model }
}

const READS = new Set(['read', 'readFile', 'stat', 'close', 'fd', 'then'])

/** An open file: it is written from its beginning on, or, to append, from its end. */
function recordedHandle(handle: FileHandle, inode: number, model: FileModel, appends: boolean): FileHandle {
  let at = 0
  const put = (data: unknown, position: number | null): void => {
    const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as Uint8Array)
    const old = model.contentOf(inode)
    const from = appends ? old.length : position ?? at
    const content = Buffer.concat([old, Buffer.alloc(Math.max(old.length, from + bytes.length) - old.length)])
    bytes.copy(content, from)
    model.write(inode, content)
    if (position === null) at = from + bytes.length
  }
  const recorded: Readonly<Record<string, (real: Call, args: readonly unknown[]) => Promise<unknown>>> = {
    writeFile: async (real, args) => { await real(...args); put(args[0], null) },
    appendFile: async (real, args) => { await real(...args); put(args[0], null) },
    write: async (real, args) => {
      if (args.length > (typeof args[0] === 'string' ? 2 : 1)) throw new Error('a part of a buffer is not recorded')
      const done = await real(...args)
      put(args[0], typeof args[1] === 'number' ? args[1] : null)
      return done
    },
    truncate: async (real, args) => {
      await real(...args)
      const length = Number(args[0] ?? 0)
      model.write(inode, Buffer.concat([model.contentOf(inode), Buffer.alloc(length)]).subarray(0, length))
    },
    sync: async (real) => {
      const first = model.operations.length
      await real()
      model.flush(inode, first)
    },
    datasync: async (real) => {
      const first = model.operations.length
      await real()
      model.flush(inode, first)
    },
  }
  return new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      const bound = typeof value === 'function' ? value.bind(target) as Call : value
      const call = typeof name === 'string' ? recorded[name] : undefined
      if (call !== undefined) return (...args: unknown[]) => call(bound as Call, args)
      if (typeof name === 'symbol' || READS.has(name)) return bound
      throw new Error(`${name} of an open file is not recorded`)
    },
  })
}
