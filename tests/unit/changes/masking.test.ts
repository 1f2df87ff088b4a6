import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/domain/changes/command'
import { apply, invert } from '../../../src/domain/changes/change'
import { annotate } from '../../../src/domain/changes/commands/annotate'
import { describe as describing } from '../../../src/domain/changes/commands/describe'
import { joinAnnotations } from '../../../src/domain/changes/commands/join'
import { maskOutlets, reveals, revealOutlets } from '../../../src/domain/changes/commands/masking'
import { recode } from '../../../src/domain/changes/commands/recode'
import { resize } from '../../../src/domain/changes/commands/resize'
import { projectInfoSchema } from '../../../src/domain/project/info'
import { putRecord, THE, type Records } from '../../../src/domain/project/records'
import { article, ids, LATER, NOW, records as recordsOf } from '../../fixtures/records'

const text = 'One two three four five.'
const at = { now: LATER, id: ids('made'), coder: 'ann' }

const study = (): Records => recordsOf([article('a1', text, { outlet: 'The Courier' }), article('a2', text, { outlet: 'Harbour Post' })])

function done(records: Records, outcome: Outcome): NonNullable<Outcome> {
  if (!outcome) throw new Error('There was nothing to do.')
  apply(records, outcome)
  return outcome
}

/** Codes a passage while masked. @returns its id */
function codedBlind(records: Records, start = 0, end = 3): string {
  return done(records, annotate(records, { article: 'a1', text, span: { start, end }, code: 'fight' }, at)).edits[0]?.id ?? ''
}

const masking = (records: Records) => records.project.get(THE)?.masking

describe('masking outlets', () => {
  it('keeps a seed and the outlets there were, and is undone as it was done', () => {
    const records = study()
    const change = done(records, maskOutlets(records, at))
    expect(masking(records)).toMatchObject({ on: true, outlets: ['Harbour Post', 'The Courier'] })
    expect(maskOutlets(records, at)).toBeNull()
    apply(records, invert(change))
    expect(masking(records)).toBeUndefined()
    expect(revealOutlets(records)).toBeNull()
  })

  it('again has the seed it had; outlets that came in are stored after the others, once', () => {
    const records = study()
    done(records, maskOutlets(records, at))
    const first = masking(records)
    done(records, revealOutlets(records))
    expect(masking(records)).toEqual({ ...first, on: false })
    putRecord(records, 'article', 'a3', article('a3', text, { outlet: 'Northern Press' }))
    done(records, maskOutlets(records, at))
    expect(masking(records)).toEqual({ ...first, later: [['Northern Press']] })
    done(records, revealOutlets(records))
    done(records, maskOutlets(records, at))
    expect(masking(records)).toEqual({ ...first, later: [['Northern Press']] })
    expect(projectInfoSchema.parse(records.project.get(THE)).masking?.later).toEqual([['Northern Press']])
  })

  it('is known to be shown again by a step', () => {
    const records = study()
    const hide = done(records, maskOutlets(records, at))
    const show = done(records, revealOutlets(records))
    expect([reveals(hide, 'undo'), reveals(hide, 'redo'), reveals(show, 'undo'), reveals(show, 'redo')]).toEqual([true, false, false, true])
  })

  it('is nothing that an earlier file has', () => {
    expect(projectInfoSchema.parse({ id: 'p1', name: 'Study', created: NOW }).masking).toBeUndefined()
  })
})

describe('an annotation', () => {
  const annotation = (records: Records, id: string) => records.annotation.get(id)

  it('is blind when it was made while outlets were masked, and not otherwise', () => {
    const records = study()
    expect(annotation(records, codedBlind(records))).not.toHaveProperty('blind')
    done(records, maskOutlets(records, at))
    const id = codedBlind(records, 4, 7)
    expect(annotation(records, id)).toHaveProperty('blind', true)
    done(records, revealOutlets(records))
    expect(annotation(records, id)).toHaveProperty('blind', true)
  })

  it.each([
    ['recoded', (records: Records, id: string) => recode(records, { annotation: id, code: 'generic' }, at)],
    ['resized', (records: Records, id: string) => resize(records, { annotation: id, text, span: { start: 0, end: 7 } }, at)],
    ['said to be certain', (records: Records, id: string) => describing(records, { annotation: id, certainty: 'low' }, at)],
  ])('stays blind when it is %s under the mask, and is so no longer when the outlet is seen', (_what, decide) => {
    const records = study()
    done(records, maskOutlets(records, at))
    const id = codedBlind(records)
    const change = done(records, decide(records, id))
    expect(annotation(records, id)).toHaveProperty('blind', true)
    apply(records, invert(change))
    done(records, revealOutlets(records))
    done(records, decide(records, id))
    expect(annotation(records, id)).not.toHaveProperty('blind')
  })

  it('stays blind when only a memo is written', () => {
    const records = study()
    done(records, maskOutlets(records, at))
    const id = codedBlind(records)
    done(records, revealOutlets(records))
    done(records, describing(records, { annotation: id, note: 'A memo.' }, at))
    expect(annotation(records, id)).toMatchObject({ blind: true, note: 'A memo.' })
  })

  it('made of two is blind only if both were', () => {
    const records = study()
    const seen = codedBlind(records)
    done(records, maskOutlets(records, at))
    const [first, second] = [codedBlind(records, 4, 7), codedBlind(records, 8, 13)]
    done(records, joinAnnotations(records, { ids: [first, second], text }, at))
    expect(annotation(records, first)).toHaveProperty('blind', true)
    done(records, joinAnnotations(records, { ids: [seen, first], text }, at))
    expect(annotation(records, seen)).not.toHaveProperty('blind')
  })
})
