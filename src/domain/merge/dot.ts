import { z } from 'zod'

/** One opening of one file by one Synoptic: eight characters, made up by chance, never used again. */
export type Writer = string

/** Names one write of a file: who wrote, and a count that is higher than any the writer had seen in the file. No clock is asked. */
export interface Dot {
  readonly writer: Writer
  readonly count: number
}

/** The highest count seen of each writer: everything it wrote up to then is known. */
export type Seen = ReadonlyMap<Writer, number>

export const writerSchema = z.string().regex(/^[0-9a-z]{8}$/, 'is not a writer')
export const dotSchema = z.string().regex(/^[0-9a-z]{8}\.\d{1,15}$/, 'is not a write')

/** A dot as it stands in files, e.g. `1f0c93ab.17`. */
export const dotText = ({ writer, count }: Dot): string => `${writer}.${count}`

/** @param text as `dotSchema` has it */
export function dotOf(text: string): Dot {
  const at = text.indexOf('.')
  return { writer: text.slice(0, at), count: Number(text.slice(at + 1)) }
}

export const sameDot = (a: Dot, b: Dot): boolean => a.writer === b.writer && a.count === b.count

/** Order by count, then by writer, the newest first: the same on every computer, whatever its clock says. */
export function newestFirst(a: Dot, b: Dot): number {
  if (a.count !== b.count) return b.count - a.count
  return a.writer < b.writer ? 1 : a.writer > b.writer ? -1 : 0
}

/** True when the write is among those seen. */
export const saw = (seen: Seen, { writer, count }: Dot): boolean => (seen.get(writer) ?? 0) >= count

/** True when all writes of `others` are among those seen. */
export const sawAll = (seen: Seen, others: Seen): boolean => [...others].every(([writer, count]) => saw(seen, { writer, count }))

/** All that either has seen. */
export function seenByEither(a: Seen, b: Seen): Seen {
  const both = new Map(a)
  for (const [writer, count] of b) if (count > (both.get(writer) ?? 0)) both.set(writer, count)
  return both
}

/** The count for a next write after all that was seen. */
export const nextCount = (seen: Seen): number => Math.max(0, ...seen.values()) + 1
