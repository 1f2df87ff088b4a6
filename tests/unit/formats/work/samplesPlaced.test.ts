import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { takeInWork } from '../../../../src/domain/changes/commands/takeInWork'
import { emptyRecords } from '../../../../src/domain/project/records'
import { LIMITS, Reader } from '../../../../src/formats/reading/reader'
import { placeWork } from '../../../../src/formats/work/place'
import { readWorks } from '../../../../src/formats/work/readWorks'
import { hereHost } from '../../../fixtures/importing'
import { ids, NOW } from '../../../fixtures/records'

/** Real files of other programs beside the repository. */
const SAMPLES = resolve('../shared/samples')

/** A folder; what is found in it; the codings there are, those that have their place, those of documents whose text is nowhere; and what is refused. */
const samples = [
  ['A_refi', { works: 5, codings: 225, placed: 205, withoutText: 20, unclear: 0, refused: 4 }],
  ['B_news', { works: 2, codings: 1213, placed: 1213, withoutText: 0, unclear: 0, refused: 3 }],
  ['C_tools', { works: 25, codings: 246, placed: 219, withoutText: 27, unclear: 0, refused: 30 }],
] as const

test.skipIf(!existsSync(SAMPLES)).each(samples)('%s: %o (left out where ../shared is missing)', async (place, expected) => {
  const { found, refused } = await readWorks([join(SAMPLES, place)], { reader: new Reader(hereHost, { ...LIMITS, time: 60_000 }), progress: () => undefined }, new AbortController().signal)
  const works = found.map(({ work }) => {
    const placed = placeWork(work, null, { now: NOW })
    const { report } = takeInWork(emptyRecords(), placed.contents, new Map(), { now: NOW, id: ids(), coder: 'ann' })
    const textless = new Set('raw' in work ? work.raw.documents.filter(({ text }) => text === null).map(({ key }) => key) : [])
    const withoutText = 'raw' in work ? work.raw.codings.filter(({ document }) => textless.has(document)).length : 0
    expect(report.annotations).toBe(placed.placed)
    return { codings: placed.codings, placed: placed.placed, withoutText, unclear: placed.reading === null ? 1 : 0 }
  })
  const sum = (what: keyof (typeof works)[number]): number => works.reduce((all, one) => all + one[what], 0)
  expect({ works: works.length, codings: sum('codings'), placed: sum('placed'), withoutText: sum('withoutText'), unclear: sum('unclear'), refused: refused.length }).toEqual(expected)
})
