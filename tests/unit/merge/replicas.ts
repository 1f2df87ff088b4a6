import fc from 'fast-check'
import { nextCount } from '../../../src/domain/merge/dot'
import { merge, written, type Put, type Versioned } from '../../../src/domain/merge/versioned'
import type { Coder } from '../../../src/domain/project/coder'

/** Something that happens on one of several computers, each with its own copy of a file. */
export type Happening =
  | { readonly what: 'write'; readonly on: number; readonly id: string; readonly name: string | null }
  /** The copy of one reaches another. */
  | { readonly what: 'sync'; readonly from: number; readonly to: number }
  /** The file is opened anew: another writer from here on. */
  | { readonly what: 'reopen'; readonly on: number }

const COMPUTERS = 3
const computer = fc.nat(COMPUTERS - 1)

export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('write' as const), on: computer, id: fc.constantFrom('a', 'b', 'c'), name: fc.option(fc.constantFrom('x', 'y', 'z')) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('sync' as const), from: computer, to: computer }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('reopen' as const), on: computer }) },
), { maxLength: 24 })

export const coder = (id: string, name: string): Coder => ({ id, name, joined: '2026-03-01T12:00:00.000Z' })

export const putting = (id: string, name: string | null): Put => ({ kind: 'coder', id, record: name === null ? null : coder(id, name) })

export const nothing: Versioned = { seen: new Map(), held: new Map() }

/** Every state that any of the copies was ever in, the last ones of all computers at the end. */
export function statesOf(happened: readonly Happening[]): readonly Versioned[] {
  const copies: Versioned[] = Array.from({ length: COMPUTERS }, () => nothing)
  const openings = copies.map(() => 0)
  const all: Versioned[] = []
  for (const one of happened) {
    if (one.what === 'reopen') {
      openings[one.on] = (openings[one.on] ?? 0) + 1
      continue
    }
    const at = one.what === 'write' ? one.on : one.to
    const copy = copies[at] ?? nothing
    const next = one.what === 'sync' ? merge(copy, copies[one.from] ?? nothing) : written(copy, { writer: `w${at}o${String(openings[at] ?? 0).padStart(5, '0')}`, count: nextCount(copy.seen) }, [putting(one.id, one.name)])
    copies[at] = next
    all.push(next)
  }
  return [...all, ...copies]
}

/** A state as plain data, whatever the order its records are listed in. */
export const plain = ({ seen, held }: Versioned): unknown => ({ seen: Object.fromEntries(seen), held: Object.fromEntries(held) })
