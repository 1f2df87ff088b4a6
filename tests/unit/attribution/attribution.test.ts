import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { attribution, attributor, sameSpeaker } from '../../../src/domain/attribution/attribution'
import { quotations } from '../../../src/domain/text/quotations'
import { marked } from '../../fixtures/marked'

const seed = 20230915

/** Speaker, cue and medium of what is marked, without those that are not told; then the form. */
function told(source: string, language = 'en'): string {
  const { text, span } = marked(source)
  const { speaker, cue, through, form } = attribution(text, span, language)
  return [speaker ?? '–', cue ?? '–', ...(through === null ? [] : [`through ${through}`]), form].join(', ')
}

describe('a quotation is attributed in its sentence', () => {
  test.each([
    ['“<We are ready>,” the minister said.', 'the minister, said, direct'],
    ['“<We are ready>,” said the Foreign Minister of Velmar on Tuesday.', 'the Foreign Minister of Velmar, said, direct'],
    ['“<We are ready>,” a shop steward told The Meridian by telephone.', 'a shop steward, told, direct'],
    ['“<Are we ready?>” the minister asked.', 'the minister, asked, direct'],
    ['The Chairman replied: “<We are ready. There is time.>”', 'The Chairman, replied, direct'],
    ['Asked about arms, the president answered, “<we have time enough.>”', 'the president, answered, direct'],
    ['The Harbour Board promised “<full support>” to the crews.', 'The Harbour Board, promised, fragment'],
    ['The chairman spoke of the yard, adding that it was a “<holy struggle>” for all.', 'The chairman, adding, fragment'],
    ['The minister, speaking through an interpreter, said it was a “<sacred fight>”.', 'The minister, said, fragment'],
    ['The minister, who rarely travels, called it a “<sacred fight>”.', 'The minister, called, fragment'],
    ['The guard, a man of few words, met the minister, who offered “<full support>” to the yard.', 'the minister, offered, fragment'],
    ['The minister was quoted by the Northern Press Agency as saying, “<we are all ready.>”', 'The minister, quoted, through the Northern Press Agency, direct'],
    ['The chairman said his country offered “<full support>”, according to the Northern Press Agency.', 'The chairman, said, through the Northern Press Agency, fragment'],
    ['The talks are “<moving ahead>,” the Harbour Post reported.', '–, reported, through the Harbour Post, fragment'],
    ['The minister told Velmari television that it was a “<sacred fight>”.', 'The minister, told, through Velmari television, fragment'],
    ['The League warned that talks are “<moving ahead>,” the Harbour Post reported.', 'The League, warned, through the Harbour Post, fragment'],
    ['It was a so-called “<sacred fight>” from the first day.', '–, –, fragment'],
    ['The minister did not say which “<forces>” were meant.', '–, –, fragment'],
  ])('%s', (source, expected) => { expect(told(source)).toBe(expected) })
})

describe('a quotation that is a sentence of its own is attributed beside it', () => {
  test.each([
    ['“We are ready,” the minister said. “<There is time.>”', 'the minister, said, direct'],
    ['The minister praised the yard.\n\n“<We are ready. There is time.>”', '–, –, direct'],
    ['The minister warned the north.\n\n“<We are ready. There is time.>”', 'The minister, warned, direct'],
    ['The minister said: “We are ready.\n\n“<There is time.>”', 'The minister, said, direct'],
    ['The minister had this to say:\n\n“<We are ready.>” It began to rain.', '–, –, direct'],
    ['“<We are ready.\n\n“There> is time,” the minister said.', 'the minister, said, direct'],
  ])('%s', (source, expected) => { expect(told(source)).toBe(expected) })
})

describe('a pronoun is whom the sentences before name', () => {
  test.each([
    ['The minister came to the yard. “<We are ready>,” he said.', 'The minister, said, direct'],
    ['The chairwoman spoke after the minister. “<We are ready>,” she said.', 'The chairwoman, said, direct'],
    ['The spokesman came. “<We are ready>,” she said.', '–, said, direct'],
    ['The chairman said his people were in what he called a “<holy struggle>”.', 'The chairman, called, fragment'],
    ['Experts met. In return, they say, <the yard would get grain>.', 'Experts, say, reported'],
    ['The yard opened. “<We are ready>,” he said.', '–, said, direct'],
  ])('%s', (source, expected) => { expect(told(source)).toBe(expected) })
})

describe('without quotation marks', () => {
  test.each([
    ['The minister said <the yard was open>.', 'The minister, said, reported'],
    ['<The yard is open again>, analysts say.', 'analysts, say, reported'],
    ['<Stocks have shrunk>, according to analysts at two institutes.', 'analysts at two institutes, according to, reported'],
    ['<The leaders met>, state television reported.', '–, reported, through state television, reported'],
    ['<The yard is open>. The minister said nothing of it.', '–, –, own'],
    ['<The yard, which the ministry says is old, opened its gates again on Tuesday to all who work there>.', '–, –, own'],
    ['The minister praised <the yard>.', '–, –, own'],
    ['The chairman said it was a “holy struggle”, <in an apparent reference to the border war>.', '–, –, own'],
    ['The chairman spoke of “hegemonic powers” — <believed to be the Concord>, the minister said.', '–, –, own'],
    ['In an apparent change of mind, the minister said <the yard was open>.', 'the minister, said, reported'],
  ])('%s', (source, expected) => { expect(told(source)).toBe(expected) })
})

describe('other languages', () => {
  test.each([
    ['de', '„<Wir sind bereit>“, sagte der Außenminister von Velmar am Dienstag.', 'der Außenminister von Velmar, sagte, direct'],
    ['de', 'Laut der Nachrichtenagentur sprach der Minister von einem „<gerechten Kampf>“.', 'der Minister, sprach, through der Nachrichtenagentur, fragment'],
    ['fr', '« <Nous sommes prêts> », a déclaré le ministre.', 'le ministre, déclaré, direct'],
    ['fr', 'Selon l’agence, le ministre a affirmé que <le port est ouvert>.', 'le ministre, affirmé, through l’agence, reported'],
    ['es', '«<Estamos listos>», dijo el ministro.', 'el ministro, dijo, direct'],
    ['it', '«<Siamo pronti>», ha detto il ministro.', 'il ministro, detto, direct'],
    ['nl', '‘<We zijn klaar>’, zei de minister.', 'de minister, zei, direct'],
    ['pt', '“<Estamos prontos>”, disse o ministro.', 'o ministro, disse, direct'],
    ['ru', '«<Мы готовы>», сказал министр.', '–, –, direct'],
  ])('%s: %s', (language, source, expected) => { expect(told(source, language)).toBe(expected) })
})

describe('the same speaker', () => {
  test.each([
    ['Kim', 'Kim Jong Un'], ['Kim', "North Korea's leader Kim Jong-un"], ['Russian Foreign Minister Sergey Lavrov', 'Lavrov'], ['Sergei Lavrov', 'Sergey Lavrov'],
    ['The minister', 'the minister'], ['the Harbour Board', 'Harbour Board'], ['Mr. Putin', 'President Vladimir Putin'], ['Kim', 'KIM'],
  ])('%s and %s', (a, b) => {
    expect(sameSpeaker(a, b)).toBe(true)
    expect(sameSpeaker(b, a)).toBe(true)
  })

  test.each([
    ['the Russian leader', 'Putin'], ['Kim Jong Un', 'Kim Yo Jong'], ['the minister', 'the president'], ['Kim', null], [null, null], ['the chairman', 'the Harbour Board'], ['', ''],
  ])('not %s and %s', (a, b) => {
    expect(sameSpeaker(a, b)).toBe(false)
    expect(sameSpeaker(b, a)).toBe(false)
  })
})

const corpus = new URL('../../../../shared/corpus/putin-kim-2023/', import.meta.url)

test.runIf(existsSync(corpus))('the shared articles: nine of ten quotations have the speaker that a reader finds (left out where ../shared is missing)', () => {
  const expected = [
    'Kim|National Security Council|Kim|Kim|Kim|null|Putin|Kim|Defense',
    'Kim|Kim|officials|Putin|Kim|Kim|Kim|Putin|Sullivan',
    'Kim|Kim|Kim|Kim|Kim|Kim|Kim|Putin|Putin|Kim|Putin|Putin|Peskov',
    'null|Putin|Putin|Putin|White House|Kim|Kim|Kim|Kim|Kim|Putin|Putin|Putin|Kim|Kim|Kim|Kim|Kim|Kim|Putin|Kim|Kim|Kim',
    'Kim|Kim|Kim|State Department|Miller|Putin|Putin|Lim|Watson|Lavrov',
  ].map((one) => one.split('|'))
  const found = readdirSync(corpus).sort().map((name) => {
    const text = readFileSync(new URL(name, corpus), 'utf8')
    const of = attributor(text, 'en')
    return quotations(text).map((one) => of(one).speaker)
  })
  const pairs = found.flatMap((list, i) => list.map((speaker, k) => ({ speaker, reader: expected[i]?.[k] ?? '' })))
  expect(found.map((list) => list.length)).toEqual(expected.map((list) => list.length))
  expect(pairs.filter(({ speaker, reader }) => String(speaker).includes(reader)).length / pairs.length).toBeGreaterThan(0.9)
  // Where it finds nobody it says so, and does not name another.
  expect(pairs.filter(({ speaker, reader }) => speaker !== null && !speaker.includes(reader))).toEqual([])
})

test('whatever a text is made of, an attribution comes of it', () => {
  const piece = fc.constantFrom('“', '”', '"', '‘', '’', ' said', ' the', ' minister', ' who', ',', ' he', ' according to', '. ', '\n', ' Kim', ' quoted by', ' as saying', ':', ' and', ' told', ' of', ' –', ' not')
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, a, b) => {
    const text = `x${parts.join('')}`
    const start = a % text.length
    const { speaker, form } = attribution(text, { start, end: start + 1 + b % (text.length - start) })
    expect(['direct', 'fragment', 'reported', 'own']).toContain(form)
    expect(speaker).not.toBe('')
    expect(text.replace(/\s+/gu, ' ')).toContain(speaker ?? '')
  }), { seed, numRuns: 2_000 })
})

test('a long text is made ready once for all its places', () => {
  const text = '“We are ready,” the minister said. “There is time.” He went on to praise the yard, a fragment of “the old north”.\n'.repeat(2_000)
  const begun = performance.now()
  const of = attributor(text)
  for (const one of quotations(text)) of(one)
  expect(performance.now() - begun).toBeLessThan(8_000)
})
