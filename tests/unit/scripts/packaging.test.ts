import { describe, expect, test } from 'vitest'
import { FuseV1Options } from '@electron/fuses'
import { fuses, mayBeGivenAway, packageName } from '../../../scripts/packaging.mjs'
import manifest from '../../../package.json' with { type: 'json' }

const pinned = manifest.devDependencies.electron

describe('a package', () => {
  test('a package on any other Electron than the pinned one is named so', () => {
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/)
    expect(packageName({ version: pinned })).toBe(`Synoptic-${manifest.version}-linux-${process.arch}`)
    const others = ['25.1.1', 'of unknown version', `${pinned}-beta.1`]
    expect(others.filter((version) => mayBeGivenAway({ version }))).toEqual([])
    for (const version of others) expect(packageName({ version })).toContain(`development-only-electron-${version}`)
  })

  test('every fuse that is known is decided upon', () => {
    expect(Object.keys(fuses).sort()).toEqual(Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name))).sort())
  })
})
