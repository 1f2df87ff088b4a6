import { idSchema } from '../../domain/project/values'
import { sha256 } from '../sha256'
import type { RawWork } from './rawWork'

const UUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i

/**
 * Ids for what others' work consists of, the same whenever it is read again: a UUID of the file's own, with or without braces and in
 * either case, stays, and so does any other id that is `lasting`; of anything else one is made from what it is told by.
 */
export function workIds({ format, name, lasting }: Pick<RawWork, 'format' | 'name' | 'lasting'>) {
  return (kind: string, key: string, ...toldBy: readonly string[]): string => {
    const [, own] = UUID.exec(key) ?? []
    return own?.toLowerCase() ?? (lasting && idSchema.safeParse(key).success ? key : madeOf([format, lasting ? '' : name, kind, key, ...toldBy]))
  }
}

export type WorkIds = ReturnType<typeof workIds>

/** A UUID (RFC 9562, version 8) of a SHA-256. */
function madeOf(parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
