import { describe, expect, test } from 'vitest'
import type { FileKind } from '../../../src/domain/project/fileKind'
import { FORMAT_VERSION, migrate, NewerVersionError } from '../../../src/domain/project/format'
import { migrations, type Migration } from '../../../src/domain/project/migrations'
import { ParseError } from '../../../src/domain/project/parse'

/** For each migration and each kind of file it names: data of the version before, and exactly what becomes of it. */
const fixtures: Readonly<Record<number, Partial<Record<FileKind, { readonly before: unknown; readonly after: unknown }>>>> = {
  2: {
    annotations: {
      before: { annotations: [{ id: 'n1', article: 'a1', note: 'x' }] },
      after: { annotations: [{ id: 'n1', subject: 'a1', note: 'x' }] },
    },
  },
}

test('there is one migration for each version after 1, in order', () => {
  expect(migrations.map((step) => step.to)).toEqual(Array.from({ length: FORMAT_VERSION - 1 }, (_none, i) => i + 2))
})

test('every migration has a fixture for each kind it changes, and turns it into exactly what it should', () => {
  const expected = migrations.flatMap(({ to, files }) => Object.keys(files).map((kind) => `${to} ${kind}`))
  const ran = Object.entries(fixtures).flatMap(([to, kinds]) => Object.entries(kinds).map(([kind, { before, after }]) => {
    expect(migrations.find((step) => step.to === Number(to))?.files[kind as FileKind]?.(before)).toEqual(after)
    return `${to} ${kind}`
  }))
  expect(ran.sort()).toEqual(expected.sort())
})

describe('migrating', () => {
  const list: readonly Migration[] = [
    { to: 2, why: 'outlets get a country', files: { articles: (data) => ({ ...(data as object), country: '' }) } },
    { to: 3, why: 'events get a place, countries a code', files: { events: (data) => ({ ...(data as object), place: '' }), articles: (data) => ({ ...(data as object), code: 3 }) } },
  ]

  test('takes only the steps that are missing, in order', () => {
    expect(migrate('articles', { id: 'a' }, 1, list)).toEqual({ id: 'a', country: '', code: 3 })
    expect(migrate('articles', { id: 'a' }, 2, list)).toEqual({ id: 'a', code: 3 })
    expect(migrate('articles', { id: 'a' }, 3, list)).toEqual({ id: 'a' })
  })

  test('leaves kinds alone that no step names', () => {
    const data = { name: 'x' }
    expect(migrate('codebook', data, 1, list)).toBe(data)
    expect(migrate('events', {}, 1, list)).toEqual({ place: '' })
    expect(migrate('project', data, FORMAT_VERSION)).toBe(data)
  })

  test('a newer file is told apart from a broken one', () => {
    expect(() => migrate('articles', {}, 4, list)).toThrow(NewerVersionError)
    expect(() => migrate('articles', {}, FORMAT_VERSION + 1)).toThrow(`format ${FORMAT_VERSION + 1}`)
    for (const version of [0, -1, 1.5, Number.NaN]) expect(() => migrate('articles', {}, version, list)).toThrow(ParseError)
  })
})
