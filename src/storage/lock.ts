import { createHash, randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { discard, errorCode, linkOrCopy, readBytes, type Disk } from './disk'
import { LOCK } from './fileNames'
import { Place } from './place'
import { moveAside } from './quarantine'

const HEARTBEAT = 60_000
/** A lock whose heart has not beaten for so many milliseconds is nobody's. */
const DEAD = 5 * 60_000
/** Nor is one that beat so many milliseconds ahead of now: a clock was wrong. Another computer's may well be some hours ahead. */
const UNBORN = 24 * 60 * 60_000

/** `host` is a fingerprint; a lock of an older Synoptic holds the computer's name itself. */
const holderSchema = z.object({ id: z.string(), host: z.string(), pid: z.int().positive(), since: z.iso.datetime() })
type Holder = z.infer<typeof holderSchema>

/** The right to write a project, as far as processes that ask are concerned. Correctness never depends on it. */
export interface Lock {
  /** Shows that the holder lives. @returns the time by the clock of the file system, in milliseconds; null when the lock is somebody else's by now or can't be written */
  beat(): Promise<number | null>
  release(): Promise<void>
}

/** Locks this process holds: a process id alone does not tell it from an earlier one with the same number. */
const held = new Set<string>()

/**
 * Takes the lock of a project folder; a stale one is taken over.
 * @returns the lock, or who holds it
 * @throws what Node throws when the folder can't be written: this is also the test whether it can
 */
export async function takeLock(disk: Disk, root: string): Promise<Lock | { readonly holder: Holder }> {
  const id = randomUUID()
  const me: Holder = { id, host: thisComputer(id), pid: process.pid, since: new Date().toISOString() }
  const path = join(root, LOCK)
  const temp = `${path}.${me.id}.tmp`
  try {
    const now = await writeHolder(disk, temp, me)
    const other = await place(disk, temp, path, now)
    if (other) return { holder: other }
    return hold(disk, path, me)
  } finally {
    await discard(disk, temp)
  }
}

/** How the holder is named to researchers. */
export function describeHolder({ id, host, since }: Holder): string {
  const where = isHere(id, host) ? 'in another window on this computer' : 'on another computer'
  return `It is open ${where} since ${since.slice(0, 16).replace('T', ' ')} UTC.`
}

/**
 * What a lock says instead of the computer's name, which goes wherever the folder is synced or copied to after a crash. Another
 * one in every lock, so that two of them don't tell whether they are of one computer.
 */
const thisComputer = (lock: string): string => `sha256-${createHash('sha256').update(`${lock} ${hostname()}`).digest('hex').slice(0, 32)}`

const isHere = (lock: string, host: string): boolean => host === thisComputer(lock) || host === hostname()

/** @returns the time of the file system, which may be another computer's */
async function writeHolder(disk: Disk, path: string, me: Holder): Promise<number> {
  const handle = await disk.open(path, 'wx', 0o600)
  try {
    await handle.writeFile(JSON.stringify(me))
    return (await handle.stat()).mtimeMs
  } finally {
    await handle.close()
  }
}

/** @returns null when the lock is ours, else who has it */
async function place(disk: Disk, temp: string, path: string, now: number): Promise<Holder | null> {
  try {
    await linkOrCopy(disk, temp, path)
    return null
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const found = await disk.lstat(path).catch(() => null)
  const holder = await readHolder(disk, path)
  if (holder && found && isAlive(holder) && isBeating(now - found.mtimeMs)) return holder
  // A folder is nobody's lock, but no file can be put in its place.
  if (found?.isDirectory()) await moveAside(new Place(disk, dirname(path)), LOCK)
  await disk.rename(temp, path)
  return null
}

/** @param age milliseconds since the last heartbeat, by the clock of the file system */
const isBeating = (age: number): boolean => age < DEAD && age > -UNBORN

async function readHolder(disk: Disk, path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse((await readBytes(disk, path)).toString()))
  } catch {
    return null
  }
}

/** Of another computer nothing is known but its heartbeat. */
function isAlive({ id, host, pid }: Holder): boolean {
  if (!isHere(id, host)) return true
  if (pid === process.pid) return held.has(id)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function hold(disk: Disk, path: string, me: Holder): Lock {
  held.add(me.id)
  const timer = setInterval(() => void beat(disk, path, me), HEARTBEAT).unref()
  return {
    beat: () => beat(disk, path, me),
    release: async () => {
      clearInterval(timer)
      held.delete(me.id)
      if ((await readHolder(disk, path))?.id === me.id) await discard(disk, path)
    },
  }
}

/** Writes the same content again, so that the time is the file system's own. */
async function beat(disk: Disk, path: string, me: Holder): Promise<number | null> {
  if ((await readHolder(disk, path))?.id !== me.id) return null
  const handle = await disk.open(path, 'r+').catch(() => null)
  // A heartbeat that fails harms nobody: the next one is a minute away, and after five another process may write too.
  const time = await handle?.write(JSON.stringify(me), 0).then(async () => (await handle.stat()).mtimeMs, () => null)
  await handle?.close().catch(() => undefined)
  return time ?? null
}
