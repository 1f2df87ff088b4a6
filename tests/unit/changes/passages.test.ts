import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Circumstances } from '../../../src/domain/changes/command'
import { annotate, annotateAll } from '../../../src/domain/changes/commands/annotate'
import { extendBy, joinAnnotations } from '../../../src/domain/changes/commands/join'
import { addPassages, decidePassages, decideSame, excludeSpan, type FoundPassages } from '../../../src/domain/changes/commands/passages'
import { setPart } from '../../../src/domain/changes/commands/parts'
import { resize } from '../../../src/domain/changes/commands/resize'
import { splitAnnotation } from '../../../src/domain/changes/commands/split'
import { changeOf, type Plan } from '../../../src/domain/changes/plan'
import { articleSchema } from '../../../src/domain/project/article'
import { excludedWords } from '../../../src/domain/project/articlePassages'
import { codebookSchema } from '../../../src/domain/project/codebook'
import { parse } from '../../../src/domain/project/parse'
import { passageStates, type Passage, type PassageState } from '../../../src/domain/project/passage'
import { annotationsInOrder, putRecord, THE, type Records } from '../../../src/domain/project/records'
import { countWords, countWordsWithout } from '../../../src/domain/text/canonical'
import { applied } from '../../fixtures/changeLaws'
import { marked, withMarks } from '../../fixtures/marked'
import { annotation, article, codebook, ids, LATER, NOW, records } from '../../fixtures/records'

const at: Circumstances = { now: LATER, id: ids(), coder: 'ann' }
const TEXT = 'The ship came in.\nShare this story\nIt left again.\nNo comments:'

const passage = (text: string, quote: string, over: Partial<Passage> = {}): Passage => {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote, reason: 'sharing', state: 'proposed', words: countWords(quote), ...over }
}
const found = (id: string, ...quotes: string[]): FoundPassages => ({ article: id, version: 1, passages: quotes.map((quote) => passage(TEXT, quote)) })

const start = (): Records => records([article('a1', TEXT), article('a2', TEXT), article('a3', TEXT, { outlet: 'Velmar Today' })])
/** The records after a plan, which keeps the laws of every change, its word counts right. */
const done = (now: Records, plan: Plan | null): Records => {
  const after = applied(now, plan && changeOf(plan))
  for (const one of after.article.values()) {
    expect(parse(articleSchema, one, one.id)).toEqual(one)
    expect(one.words).toBe(countWords(TEXT) - excludedWords(one))
  }
  return after
}
const proposed = (): Records => done(start(), addPassages(start(), ['a1', 'a2', 'a3'].map((id) => found(id, 'Share this story', 'No comments:'))))
const states = (now: Records): Record<string, string> => Object.fromEntries([...now.article.values()].map(({ id, passages }) => [id, passages.map((one) => `${one.quote.split(' ')[0]} ${one.state}`).join(', ')]))
const startOf = (quote: string): number => TEXT.indexOf(quote)

describe('proposals', () => {
  test('are added in the order of the text, and count as words until they are accepted', () => {
    const now = done(start(), addPassages(start(), [found('a1', 'No comments:')]))
    const both = done(now, addPassages(now, [found('a1', 'Share this story')]))
    expect(states(both)['a1']).toBe('Share proposed, No proposed')
    expect(both.article.get('a1')?.words).toBe(countWords(TEXT))
  })

  test('are left out where something is known, the text was corrected, or the article is gone', () => {
    const now = proposed()
    expect(addPassages(now, [found('a1', 'this story\nIt left'), found('a1', 'Share this story')])).toBeNull()
    expect(addPassages(start(), [{ ...found('a1', 'No comments:'), version: 2 }, found('a9', 'No comments:'), { ...found('a2'), passages: [] }])).toBeNull()
  })
})

describe('deciding', () => {
  test('takes the words of what is excluded away, and brings them back', () => {
    const now = proposed()
    const place = { article: 'a1', start: startOf('Share') }
    const excluded = done(now, decidePassages(now, [place], 'excluded'))
    expect(excluded.article.get('a1')?.words).toBe(countWords(TEXT) - 3)
    for (const state of ['kept', 'proposed'] as const) expect(done(excluded, decidePassages(excluded, [place], state)).article.get('a1')?.words).toBe(countWords(TEXT))
    expect(decidePassages(excluded, [place], 'excluded')).toBeNull()
    expect(decidePassages(excluded, [{ article: 'a1', start: 3 }, { article: 'a9', start: 0 }], 'kept')).toBeNull()
  })

  test('on many at once, each as it was named', () => {
    const now = done(proposed(), decidePassages(proposed(), [{ article: 'a1', start: startOf('Share') }, { article: 'a1', start: startOf('No') }, { article: 'a3', start: startOf('No') }], 'kept'))
    expect(states(now)).toEqual({ a1: 'Share kept, No kept', a2: 'Share proposed, No proposed', a3: 'Share proposed, No kept' })
  })

  test('on all that say the same in an outlet, or everywhere', () => {
    const now = proposed()
    const outlet = done(now, decideSame(now, { quote: '• SHARE this story!', outlet: 'The Meridian' }, 'excluded'))
    expect(states(outlet)).toEqual({ a1: 'Share excluded, No proposed', a2: 'Share excluded, No proposed', a3: 'Share proposed, No proposed' })
    expect(states(done(outlet, decideSame(outlet, { quote: 'Share this story', outlet: null }, 'kept')))['a3']).toBe('Share kept, No proposed')
    expect(decideSame(now, { quote: 'Share', outlet: null }, 'excluded')).toBeNull()
  })

  test('on all that say the same also where it was found just now', () => {
    const now = done(start(), addPassages(start(), [found('a1', 'Share this story')]))
    const after = done(now, decideSame(now, { quote: 'Share this story', outlet: 'The Meridian', found: [found('a1', 'Share this story'), found('a2', 'Share this story'), { ...found('a3', 'Share this story'), version: 2 }] }, 'excluded'))
    expect(states(after)).toEqual({ a1: 'Share excluded', a2: 'Share excluded', a3: '' })
  })
})

describe('excluding by hand', () => {
  const exclude = (now: Records, source: string): Records => applied(now, excludeSpan(now, { article: 'a1', text: TEXT, span: marked(source).span }))
  const shown = (now: Records): string => withMarks(TEXT, now.article.get('a1')?.passages ?? [])

  test('takes whole words, without the space around them', () => {
    const now = exclude(start(), 'The sh<ip came >in.\nShare this story\nIt left again.\nNo comments:')
    expect(shown(now)).toBe('The <ship came> in.\nShare this story\nIt left again.\nNo comments:')
    expect(now.article.get('a1')).toMatchObject({ words: countWords(TEXT) - 2, passages: [{ reason: 'by-hand', state: 'excluded' }] })
  })

  test('makes one passage with what it overlaps', () => {
    const now = exclude(proposed(), 'The ship came in.\nShare this <story\nIt left> again.\nNo comments:')
    expect(shown(now)).toBe('The ship came in.\n<Share this story\nIt left> again.\n<No comments:>')
    expect(exclude(proposed(), 'The ship came in.\n<Share this story>\nIt left again.\nNo comments:').article.get('a1')?.passages[0]).toMatchObject({ reason: 'sharing', state: 'excluded' })
  })

  test('is taken back without a trace', () => {
    const now = exclude(start(), 'The <ship> came in.\nShare this story\nIt left again.\nNo comments:')
    const after = done(now, decidePassages(now, [{ article: 'a1', start: 4 }], 'kept'))
    expect(after.article.get('a1')).toEqual(start().article.get('a1'))
  })

  test('does not apply to white space, an unknown article, or what is excluded already', () => {
    expect(excludeSpan(start(), { article: 'a1', text: TEXT, span: { start: 17, end: 18 } })).toBeNull()
    expect(excludeSpan(start(), { article: 'a9', text: TEXT, span: { start: 0, end: 3 } })).toBeNull()
    const now = exclude(start(), 'The <ship> came in.\nShare this story\nIt left again.\nNo comments:')
    expect(excludeSpan(now, { article: 'a1', text: TEXT, span: { start: 5, end: 7 } })).toBeNull()
  })
})

describe('excluded text', () => {
  const SHARE = 'The ship came in.\n<Share this story>\nIt left again.\nNo comments:'
  const excluded = (...given: Parameters<typeof records>[1] & object): Records => {
    const made = records([article('a1', TEXT)], given)
    return applied(made, excludeSpan(made, { article: 'a1', text: TEXT, span: marked(SHARE).span }))
  }
  const touching = marked('The ship came <in.\nShare> this story\nIt left again.\nNo comments:').span
  const beside = marked('The <ship> came in.\nShare this story\nIt left again.\nNo comments:').span

  test('is not coded, nor what touches it', () => {
    const code = (span: typeof touching) => annotate(excluded(), { article: 'a1', text: TEXT, span, code: 'fight' }, at)
    expect(code(marked(SHARE).span)).toBeNull()
    expect(code(touching)).toBeNull()
    expect(code(beside)).not.toBeNull()
    expect(annotateAll(excluded(), [touching, beside].map((span) => ({ article: 'a1', text: TEXT, span, code: 'fight' })), at)?.edits).toHaveLength(1)
  })

  test('is left out of what a code of paragraphs takes', () => {
    const now = excluded()
    putRecord(now, 'codebook', THE, codebookSchema.parse({ ...codebook, dimensions: [{ id: 't', name: 'T', unit: 'paragraph', choice: 'many', level: 'nominal', mark: 'tint', codes: [{ id: 'doubt', name: 'doubt', colour: 'rust' }] }] }))
    const after = applied(now, annotate(now, { article: 'a1', text: TEXT, span: { start: 0, end: TEXT.length }, code: 'doubt' }, at))
    expect(annotationsInOrder(after, 'a1').map((one) => one.spans[0]?.quote)).toEqual(['The ship came in.', 'It left again.', 'No comments:'])
  })

  test('is not drawn into an annotation by its ends or as a part', () => {
    const now = excluded(annotation('n1', 'The <ship> came in.\nShare this story\nIt left again.\nNo comments:'))
    expect(resize(now, { annotation: 'n1', text: TEXT, span: { start: 4, end: 20 } }, at)).toBeNull()
    expect(extendBy(now, { annotation: 'n1', text: TEXT, span: touching }, at)).toBeNull()
    expect(resize(now, { annotation: 'n1', text: TEXT, span: { start: 4, end: 13 } }, at)).not.toBeNull()
  })

  test('does not fill a role', () => {
    const now = excluded(annotation('n1', 'The <ship> came in.\nShare this story\nIt left again.\nNo comments:', { code: 'says' }))
    putRecord(now, 'codebook', THE, codebookSchema.parse({ ...codebook, dimensions: [{ id: 'q', name: 'Q', unit: 'span', choice: 'many', level: 'nominal', mark: 'line', fields: [{ id: 'cue', name: 'Cue', kind: 'role' }], codes: [{ id: 'says', name: 'says', colour: 'blue' }] }] }))
    const fill = (span: typeof touching) => setPart(now, { annotation: 'n1', role: 'cue', text: TEXT, span, mode: 'add' }, at)
    expect(fill(touching)).toBeNull()
    expect(fill(beside)).not.toBeNull()
  })

  test('stays in what was coded before, which can be cut, joined and made smaller but not moved further into it', () => {
    const now = excluded(annotation('n1', 'The ship came <in.\nShare this> story\nIt left again.\nNo comments:'), annotation('n2', 'The ship <came> in.\nShare this story\nIt left again.\nNo comments:'))
    const to = (end: number) => resize(now, { annotation: 'n1', text: TEXT, span: { start: 14, end } }, at)
    expect(to(23)).not.toBeNull()
    expect(to(34)).toBeNull()
    expect(splitAnnotation(now, { annotation: 'n1', text: TEXT, offset: 18 }, at)).not.toBeNull()
    expect(joinAnnotations(now, { ids: ['n1', 'n2'], text: TEXT }, at)).not.toBeNull()
  })
})

test('whatever is proposed, decided and excluded by hand, words are those of the text without what is excluded, and undo restores all', () => {
  const words = fc.constantFrom('ship', 'Share', 'well-known', 'it’s', '😀', 'a.b', '  ', '\n', '“so”', '12,5')
  const step = fc.record({ a: fc.nat(), b: fc.nat(), state: fc.constantFrom<PassageState>(...passageStates), hand: fc.boolean() })
  fc.assert(fc.property(fc.array(words, { minLength: 3, maxLength: 25 }).map((all) => all.join(' ')), fc.array(step, { maxLength: 8 }), (text, steps) => {
    let now = records([article('a1', text)])
    for (const { a, b, state, hand } of steps) {
      const [from, to] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      const passages = now.article.get('a1')?.passages ?? []
      const any = passages[a % Math.max(1, passages.length)]
      const plan = any && decidePassages(now, [{ article: 'a1', start: any.start }], state)
      const change = hand || !plan ? excludeSpan(now, { article: 'a1', text, span: { start: from, end: to } }) : changeOf(plan)
      if (change) now = applied(now, change)
      const after = parse(articleSchema, now.article.get('a1'), 'a1')
      const away = after.passages.filter((one) => one.state === 'excluded')
      expect(after.words).toBe(countWordsWithout(text, { start: 0, end: text.length }, away))
      expect(after.passages.every((one, i) => one.quote === text.slice(one.start, one.end) && one.start >= (after.passages[i - 1]?.end ?? 0))).toBe(true)
    }
  }), { seed: 13, numRuns: 200 })
})

test('a plan works its changes out anew from the records as they are then', () => {
  const now = start()
  const plan = addPassages(now, [found('a1', 'Share this story')])
  putRecord(now, 'article', 'a1', { ...article('a1', TEXT), imported: NOW, headline: 'Renamed' })
  expect(plan && changeOf(plan).edits[0]?.before).toMatchObject({ headline: 'Renamed' })
})
