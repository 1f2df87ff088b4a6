import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Change } from '../../../src/domain/changes/change'
import { takeInWork, type TakenIn } from '../../../src/domain/changes/commands/takeInWork'
import { codeEntries } from '../../../src/domain/project/codes'
import { codebookSchema, type Codebook } from '../../../src/domain/project/codebook'
import { emptyRecords, putRecord, THE, type Records } from '../../../src/domain/project/records'
import { projectJson } from '../../../src/formats/export/projectJson'
import { parseProjectJson } from '../../../src/formats/parseProjectJson'
import type { ProjectContents } from '../../../src/formats/source'
import { applied, contentOf, copyOf } from '../../fixtures/changeLaws'
import { exported, project, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, fields, ids, LATER, NOW, records } from '../../fixtures/records'

const at = (prefix = 'x') => ({ now: LATER, id: ids(prefix), coder: 'ann' })
const nobody: ReadonlyMap<string, string> = new Map()
const changeOf = ({ edits }: TakenIn): Change => ({ label: 'take in', edits })

/** A work of one article, as far as nothing else is said. */
const work = (over: Partial<ProjectContents> = {}): ProjectContents => ({
  info: { id: 'p2', name: 'Another', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [],
  articles: [article('b1', 'A strike has begun')], annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1' })], sheets: [], texts: new Map([['b1', 'A strike has begun']]), ...over,
})

/** The annotations of a project after a work was taken in. */
function after(before: Records, taken: TakenIn): Records {
  return applied(before, changeOf(taken))
}

describe('others’ work', () => {
  test('comes in whole where nothing of it is known', () => {
    const taken = takeInWork(emptyRecords(), work(), nobody, at())
    expect(taken.report).toMatchObject({ articles: 1, annotations: 1, codes: 7, coders: 1, knownArticles: 0, knownAnnotations: 0, missingArticles: 0, leftOutAnnotations: 0 })
    expect([...taken.texts]).toEqual([['b1', 'A strike has begun']])
    expect([...after(emptyRecords(), taken).annotation.values()]).toEqual(work().annotations)
  })

  test('goes to the articles whose text is here, whatever else is known of them', () => {
    const here = records([article('a1', 'A strike has begun', { outlet: 'Elsewhere', headline: '' })])
    const taken = takeInWork(here, work(), nobody, at())
    expect([...taken.texts]).toEqual([])
    expect(after(here, taken).annotation.get('m1')?.subject).toBe('a1')
  })

  test('counts what is known otherwise here, and stays so', () => {
    const here = records([article('a1', 'A strike has begun', { headline: 'Ours' })])
    const [framing, ...others] = codebook.dimensions
    const better = { ...codebook, dimensions: [...(framing ? [{ ...framing, codes: framing.codes.map((code) => ({ ...code, definition: 'In better words.' })) }] : []), ...others] }
    const taken = takeInWork(here, work({ codebook: better, articles: [article('b1', 'A strike has begun', { headline: 'Theirs' })] }), nobody, at())
    expect(taken.report.different).toEqual({ codes: framing?.codes.length ?? 0, articles: 1, events: 0, entities: 0, outlets: 0 })
    expect(after(here, taken).article.get('a1')?.headline).toBe('Ours')
  })

  test('goes to an article that was corrected here since, as coding of the text before', () => {
    const before = article('a1', 'A strike has begun'), now = article('a1', 'A strike has ended')
    const here = records([{ ...now, version: 2, earlier: [{ version: 1, hash: before.hash, length: before.length, words: before.words, passages: [], headings: [] }] }])
    const taken = takeInWork(here, work(), nobody, at())
    expect(taken.report).toMatchObject({ articles: 0, knownArticles: 1, annotations: 1 })
    expect(after(here, taken).annotation.get('m1')).toMatchObject({ subject: 'a1', textVersion: 1 })
  })

  test('of a scale that is counted the other way round gets a field of its own', () => {
    const scale = (...labels: readonly string[]): Codebook => codebookSchema.parse({ ...codebook, dimensions: codebook.dimensions.map((one) => (one.id === 'framing' ? { ...one, fields: [{ id: 'agreement', name: 'Agreement', kind: 'ordinal', options: labels.map((label, i) => ({ value: i + 1, label })) }] } : one)) })
    const there = work({ codebook: scale('agrees', 'disagrees'), annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1', values: { agreement: 1 } })] })
    const here = records([article('a1', 'A strike has begun')])
    putRecord(here, 'codebook', THE, scale('disagrees', 'agrees'))
    const found = after(here, takeInWork(here, there, nobody, at())).annotation.get('m1')
    expect(found?.values['agreement']).toBeUndefined()
    expect(Object.values(found?.values ?? {})).toEqual([1])
  })

  test('of two copies of a text in it one comes in where one is here', () => {
    const here = records([article('a1', 'Wire copy', { outlet: 'B' })])
    const copies = [article('c1', 'Wire copy', { outlet: 'A' }), article('c2', 'Wire copy', { outlet: 'B' })]
    const taken = takeInWork(here, work({ articles: [copies[1] ?? article('c2', ''), copies[0] ?? article('c1', '')], annotations: [], texts: new Map([['c1', 'Wire copy'], ['c2', 'Wire copy']]) }), nobody, at())
    expect([...taken.texts.keys()]).toEqual(['c1'])
  })

  test('whose text is neither here nor in it stays out, and is counted', () => {
    const taken = takeInWork(records(), work({ texts: new Map() }), nobody, at())
    expect(taken.edits).toEqual([])
    expect(taken.report).toMatchObject({ missingArticles: 1, leftOutAnnotations: 1, annotations: 0 })
  })

  test('is of the coder it was chosen to be', () => {
    const here = records([article('a1', 'A strike has begun')])
    const stranger = work({ coders: [{ id: 'u7', name: 'admin', joined: NOW }], annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1', coder: 'u7' })] })
    expect(after(here, takeInWork(here, stranger, new Map([['u7', 'bob']]), at())).annotation.get('m1')?.coder).toBe('bob')
    expect(after(here, takeInWork(here, stranger, nobody, at())).coder.get('u7')?.name).toBe('admin')
  })

  test('that says the same as is said here is not taken twice, under whatever id', () => {
    const here = records([article('a1', 'A strike has begun')], [annotation('own', 'A <strike> has begun')])
    const taken = takeInWork(here, work(), nobody, at())
    expect(taken).toMatchObject({ edits: [], report: { knownAnnotations: 1 } })
  })

  test('that names another annotation is not taken twice either', () => {
    const linked = codebookSchema.parse({ ...codebook, dimensions: codebook.dimensions.map((one) => (one.id === 'framing' ? { ...one, fields: [{ id: 'answers', name: 'Answers', kind: 'link' }] } : one)) })
    const both = [annotation('m1', 'A <strike> has begun', { subject: 'b1', values: { answers: 'm2' } }), annotation('m2', 'A strike has <begun>', { subject: 'b1' })]
    const there = work({ codebook: linked, annotations: both })
    const then = after(emptyRecords(), takeInWork(emptyRecords(), there, nobody, at()))
    expect(then.annotation.get('m1')?.values).toEqual({ answers: 'm2' })
    expect(takeInWork(then, there, nobody, at('y'))).toMatchObject({ edits: [], report: { knownAnnotations: 2 } })
  })

  test('that says something else under an id that is here comes in under a fresh one', () => {
    const here = records([article('a1', 'A strike has begun')], [annotation('m1', 'A <strike> has begun', { note: 'mine' })])
    const then = after(here, takeInWork(here, work(), nobody, at()))
    expect([...then.annotation.keys()]).toEqual(['m1', 'x1'])
    expect(takeInWork(then, work(), nobody, at('y')).edits).toEqual([])
  })

  test('names entities and events as they are named here', () => {
    const here = records([article('a1', 'A strike has begun')])
    putRecord(here, 'entity', 'n1', { id: 'n1', name: 'Harbour union', kind: 'person', aliases: ['HU'], memo: '' })
    putRecord(here, 'event', 'e1', { id: 'e1', name: 'Strike', date: '2024-03-12', variables: {} })
    const target = codebookSchema.parse({ name: 'x', version: 1, dimensions: [{ id: 'who', name: 'Who', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [{ id: 'speaker', name: 'Who', kind: 'entity' }], codes: [{ id: 'said', name: 'said', colour: 'blue' }] }] })
    const theirs = work({
      codebook: target, entities: [{ id: 'z9', name: 'hu', kind: 'person', aliases: [], memo: '' }], events: [{ id: 'e7', name: 'strike', date: '2024-03-12', variables: {} }],
      articles: [article('b1', 'A strike has begun', { event: 'e7' })], annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1', code: 'said', values: { speaker: 'z9' } })],
    })
    const then = after(here, takeInWork(here, theirs, nobody, at()))
    expect([...then.entity.keys()]).toEqual(['n1'])
    expect(then.article.get('a1')?.event).toBe('e1')
    const [field] = codeEntries(then.codebook.get(THE) ?? codebook).get('said')?.fields ?? []
    expect(then.annotation.get('m1')?.values).toEqual({ [field?.id ?? '']: 'n1' })
    // The id stands for another field here.
    expect(field?.id).not.toBe('speaker')
  })

  test('adds the codes that are missing to the dimension of the same name, with a line in the log', () => {
    const theirs: Codebook = codebookSchema.parse({ name: 'x', version: 1, dimensions: [{ id: 'd9', name: 'framing', unit: 'span', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'c1', name: 'Fight', colour: 'blue' }, { id: 'c2', name: 'blame', colour: 'blue', key: 'b' }] }] })
    const here = records([article('a1', 'A strike has begun')])
    const taken = takeInWork(here, work({ codebook: theirs, annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1', code: 'c1' }), annotation('m2', 'A <strike> has begun', { subject: 'b1', code: 'c2' })] }), nobody, at())
    const then = after(here, taken)
    expect(taken.report.codes).toBe(1)
    expect([...codeEntries(then.codebook.get(THE) ?? codebook).values()].map(({ path }) => path.join(' > ')).slice(0, 4)).toEqual(['Framing > fight', 'Framing > generic', 'Framing > generic > conflict', 'Framing > blame'])
    expect(then.codebook.get(THE)).toMatchObject({ version: 4, log: [{ version: 4, what: 'imported “blame” with others’ coding' }] })
    expect([...then.annotation.values()].map(({ code, codebook: version }) => [code, version])).toEqual([['fight', 4], ['c2', 4]])
  })

  test('adds a field only where something was entered in it, and makes nothing here incomplete', () => {
    const theirs: Codebook = { ...codebook, dimensions: codebook.dimensions.map((one) => (one.id === 'framing' ? { ...one, fields: [fields.target, { ...fields.cue, id: 'unused' }] } : one)) }
    const here = records([article('a1', 'A strike has begun')])
    const then = after(here, takeInWork(here, work({ codebook: theirs, annotations: [annotation('m1', 'A <strike> has begun', { subject: 'b1', values: { target: 'the port' } })] }), nobody, at()))
    const [field, ...more] = codeEntries(then.codebook.get(THE) ?? codebook).get('fight')?.fields ?? []
    expect(field).toEqual({ ...fields.target, id: field?.id, required: false })
    expect(more).toEqual([])
    expect(then.annotation.get('m1')?.values).toEqual({ [field?.id ?? '']: 'the port' })
  })

  test('joins coding sheets and their memos', () => {
    const here = records([article('a1', 'A strike has begun')])
    putRecord(here, 'sheet', 's1', { id: 's1', coder: 'ann', subject: 'a1', coded: ['framing'], memo: 'Mine.', modified: NOW })
    const theirs = work({ annotations: [], sheets: [{ id: 's1', coder: 'ann', subject: 'b1', coded: ['sourcing'], memo: 'Theirs.', modified: NOW }] })
    const then = after(here, takeInWork(here, theirs, nobody, at()))
    expect([...then.sheet.values()]).toEqual([{ id: 's1', coder: 'ann', subject: 'a1', coded: ['framing', 'sourcing'], memo: 'Mine.\n\nTheirs.', modified: LATER }])
    expect(takeInWork(then, theirs, nobody, at('y')).edits).toEqual([])
  })
})

describe('laws of taking in', () => {
  const seed = 71

  test('what was exported and comes into an empty project is the same project', async () => {
    await fc.assert(fc.asyncProperty(project, async (contents) => {
      const read = parseProjectJson((await exported(projectJson, sourceOf(contents))).content)
      const { content } = await exported(projectJson, sourceOf(read))
      const here = emptyRecords()
      const taken = takeInWork(here, read, nobody, at())
      apply(here, changeOf(taken))
      const again = { ...read, ...listsOf(here), codebook: here.codebook.get(THE) ?? codebook, texts: taken.texts }
      expect((await exported(projectJson, sourceOf(inOrderOf(contents, again)))).content).toBe(content)
    }), { seed, numRuns: 60 })
  })

  test('what was taken in is here: taken in again, nothing is new', () => {
    fc.assert(fc.property(project, project, (ours, theirs) => {
      const here = emptyRecords()
      apply(here, changeOf(takeInWork(here, ours, nobody, at())))
      const taken = takeInWork(here, theirs, nobody, at('y'))
      const then = taken.edits.length === 0 ? here : applied(here, changeOf(taken))
      expect(contentOf(copyOf(then))).toEqual(contentOf(then))
      expect(takeInWork(then, theirs, nobody, at('z')).edits).toEqual([])
    }), { seed, numRuns: 60 })
  })

  test('as many annotations are here afterwards as are new, and each belongs to something', () => {
    fc.assert(fc.property(project, project, (ours, theirs) => {
      const here = emptyRecords()
      apply(here, changeOf(takeInWork(here, ours, nobody, at())))
      const { report, ...taken } = takeInWork(here, theirs, nobody, at('y'))
      const count = here.annotation.size
      apply(here, changeOf({ ...taken, report }))
      expect(here.annotation.size).toBe(count + report.annotations)
      expect(report.annotations + report.knownAnnotations + report.leftOutAnnotations).toBe(theirs.annotations.length)
      expect([...here.annotation.values()].filter(({ subject, coder }) => !here.article.has(subject) || !here.coder.has(coder))).toEqual([])
    }), { seed, numRuns: 60 })
  })
})

const listsOf = (here: Records) => ({
  coders: [...here.coder.values()], events: [...here.event.values()], entities: [...here.entity.values()], outlets: [...here.outlet.values()], rulings: [...here.ruling.values()],
  articles: [...here.article.values()], annotations: [...here.annotation.values()], sheets: [...here.sheet.values()],
})

/** A file lists records in the order they are given in. */
const inOrderOf = (first: ProjectContents, again: ProjectContents): ProjectContents => {
  const rank = new Map(first.sheets.map(({ id }, i) => [id, i]))
  return { ...again, sheets: [...again.sheets].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0)) }
}
