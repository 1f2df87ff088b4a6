import { describe, expect, test } from 'vitest'
import { orderOf } from '../../../src/cli/exportOptions'
import { CliError, ending, exits } from '../../../src/cli/exits'
import { usualOrder } from '../../../src/domain/exporting/usual'
import { StorageError } from '../../../src/storage/storageError'
import { codebook, NOW } from '../../fixtures/records'

const records: Parameters<typeof orderOf>[0] = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, codebook, entities: [], outlets: [], rulings: [], articles: [],
  coders: [{ id: 'c1', name: 'Ann', joined: NOW }, { id: 'c2', name: 'Bea', joined: NOW }, { id: 'c3', name: 'bea', joined: NOW }],
  events: [{ id: 'e1', name: 'Summit', date: '', variables: {} }],
}

/** What an order is refused with. */
function refusal(extension: string, options: Parameters<typeof orderOf>[2]): string {
  try {
    orderOf(records, extension, options)
    return ''
  } catch (error) {
    return error instanceof CliError && error.exit === exits.usage ? error.message : `not refused as wrong use: ${String(error)}`
  }
}

describe('what is exported', () => {
  test('is said by the extension of the file', () => {
    expect(orderOf(records, 'csv', {})).toEqual(usualOrder)
    expect(orderOf(records, 'json', { format: 'synoptic' })).toMatchObject({ shape: 'project', format: 'synoptic' })
    expect(refusal('doc', {})).toContain('--format')
  })

  test('is narrowed by names, in any case, or by ids', () => {
    const { selection } = orderOf(records, 'csv', { coder: ['ann', 'c3'], event: ['SUMMIT'], dimension: ['Framing'], from: '2024', complete: true })
    expect(selection).toMatchObject({ coders: ['c1', 'c3'], events: ['e1'], dimensions: ['framing'], from: '2024', to: '', complete: true, articles: null })
  })

  test('of one coder whose coding is final has rows of that coder', () => {
    expect(orderOf(records, 'csv', { adjudicator: 'Ann' })).toMatchObject({ by: 'adjudicated', adjudicator: 'c1' })
  })

  test.each([
    [{ coder: ['nobody'] }, 'There is no coder called nobody. There are: Ann, Bea, bea.'],
    [{ coder: ['Bea'] }, 'There are several coders called Bea. Name one by its id: c2, c3.'],
    [{ from: 'yesterday' }, '--from'],
    [{ article: ['a1'] }, 'There is no article called a1.'],
    [{ crlf: true as const }, '--crlf is for .qdpx'],
    [{ script: ['stata'] }, 'There is no script called stata. There are: r, spss, python.'],
    [{ shape: 'rows' }, 'There is no shape called rows.'],
  ])('is refused in words where it can’t be understood: %j', (options, message) => {
    expect(refusal('csv', options)).toContain(message)
  })
})

test('an error ends a command with its sentence and the exit code of its kind', () => {
  expect(ending(new StorageError('read-only', 'It is open.'))).toMatchObject({ exit: exits.locked, message: 'It is open.' })
  expect(ending(new StorageError('damaged', 'It is damaged.')).exit).toBe(exits.damaged)
  expect(ending(new StorageError('not-found', 'It is not there.')).exit).toBe(exits.failed)
  expect(ending(new Error('other'))).toEqual({ exit: exits.failed, message: 'other' })
})
