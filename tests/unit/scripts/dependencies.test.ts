import { expect, test } from 'vitest'
import { stalePackages } from '../../../scripts/dependencies.mjs'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/react': { version: '19.3.1' },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
}

test('an installation as the lockfile wants it is current, without packages for other systems', () => {
  expect(stalePackages(wanted, { 'node_modules/react': { version: '19.3.1' } })).toEqual([])
})

test('another version, also of an optional package, is stale', () => {
  expect(stalePackages(wanted, { 'node_modules/react': { version: '19.3.0' }, 'node_modules/fsevents': { version: '2.0.0', optional: true } })).toEqual(['node_modules/react', 'node_modules/fsevents'])
})

test('a missing package is stale', () => {
  expect(stalePackages(wanted, {})).toEqual(['node_modules/react'])
})
