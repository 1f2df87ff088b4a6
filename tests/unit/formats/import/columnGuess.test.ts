import { describe, expect, test } from 'vitest'
import { guessMapping } from '../../../../src/formats/import/columnGuess'
import { plainName } from '../../../../src/formats/import/columnNames'
import { languageTag } from '../../../../src/formats/import/languageTag'
import { dateOf, looksLikeDate, orderShown } from '../../../../src/formats/import/tableDate'

const long = 'A sentence of the text, no longer than others. '.repeat(20)
/** What is guessed of a table with one row, given as its columns. */
const guess = (row: Readonly<Record<string, string>>): ReturnType<typeof guessMapping> => guessMapping(Object.keys(row), [Object.values(row)])

describe('columns are told', () => {
  test.each([
    ['English', { Headline: 'Storm', 'Full Text': long, Publication: 'Lunde Courier', 'Publication Date': '12 March 2024', Byline: 'The desk', Section: 'Coast', Language: 'en' }],
    ['German', { Überschrift: 'Sturm', Volltext: long, Quelle: 'Lunde Courier', Datum: '12.03.2024', Autor: 'Redaktion', Ressort: 'Küste', Sprache: 'de' }],
    ['French', { Titre: 'Tempête', Contenu: long, 'Nom de la source': 'Lunde Courier', 'Date de publication': '12 mars 2024', Auteur: 'La rédaction', Rubrique: 'Côte', Langue: 'fr' }],
    ['Spanish', { Título: 'Tormenta', Texto: long, Fuente: 'Lunde Courier', Fecha: '12 de marzo de 2024', Autor: 'Redacción', Sección: 'Costa', Idioma: 'es' }],
    ['Russian', { Заголовок: 'Шторм', Текст: long, Источник: 'Lunde Courier', Дата: '2024-03-12', Автор: 'Редакция', Раздел: 'Берег', Язык: 'ru' }],
    ['a program', { title: 'Storm', article_body: long, sourceName: 'Lunde Courier', datePublished: '2024-03-12T10:00:00Z', author_name: 'The desk', newsDesk: 'Coast', lang: 'en' }],
  ])('by their names in %s', (_, row) => {
    const [headline, text, outlet, date, byline, section, language] = Object.keys(row)
    expect(guess(row)).toMatchObject({ roles: { headline, text, outlet, date, byline, section, language }, variables: [] })
  })

  test('by what stands in them where the names say nothing', () => {
    expect(guess({ a: 'id-1', b: 'https://lunde.example/1', c: '2024-03-12', d: 'Storm closes harbour', e: long })).toEqual({ roles: { date: 'c', url: 'b', text: 'e' }, variables: ['a', 'd'], dates: null })
  })

  test('the long one of two texts is the text; a short one may be, too', () => {
    expect(guess({ text: 'A summary.', body_raw: long }).roles.text).toBe('body_raw')
    expect(guess({ title: 'Storm', description: 'A summary.', content: long }).roles.text).toBe('content')
    expect(guess({ id: '1', text: 'A short post.' }).roles.text).toBe('text')
    expect(guess({ id: '1', sentence_raw: 'A group of people said on Wednesday that they will ask again.' }).roles.text).toBe('sentence_raw')
  })

  test('data, addresses, dates and names are no text', () => {
    expect(guess({ id: '1', annotations: `[{"x":"${long}"}]`, source: 'https://lunde.example', media_name: 'lunde.example' }).roles.text).toBeUndefined()
  })

  test('a name that its values contradict is not believed', () => {
    expect(guess({ date: 'yesterday', published: '2024-03-12', source: 'https://lunde.example/a', url: 'n/a' }).roles).toEqual({ date: 'published', url: 'source' })
  })

  test('the order of days and months is taken only where a date proves it', () => {
    const dates = (...cells: string[]): unknown => guessMapping(['date'], cells.map((cell) => [cell])).dates
    expect([dates('03/04/2024', '25/04/2024'), dates('03/04/2024', '04/25/2024'), dates('03/04/2024'), dates('25/04/2024', '04/25/2024')]).toEqual(['day-first', 'month-first', null, null])
  })
})

test('names are compared without case, accents and the habits of programs', () => {
  expect(['datePublished', 'Date_Published', ' date-published ', 'DATE PUBLISHED'].map(plainName)).toEqual(Array(4).fill('date published'))
  expect(plainName('Überschrift')).toBe('uberschrift')
})

describe('a date in a cell', () => {
  test('is the day that is written', () => {
    const days = ['2024-03-12', '2024-03-12T23:30:00-05:00', '2024-03-12 23:30:00.123456 UTC', '2024/3/12', '20240312', '12 March 2024', '12. März 2024', '12.3.2024', '13/03/2024', '03/13/2024 4:05 PM']
    expect(days.map((cell) => dateOf(cell, null))).toEqual([...Array<string>(8).fill('2024-03-12'), '2024-03-13', '2024-03-13'])
  })

  test('may be a year or a month', () => {
    expect([dateOf('2024', null), dateOf('2024-03', null)]).toEqual(['2024', '2024-03'])
  })

  test('that may be read in two ways is unknown until somebody says', () => {
    expect([dateOf('03/04/2024', null), dateOf('03/04/2024', 'day-first'), dateOf('03/04/2024', 'month-first')]).toEqual([undefined, '2024-04-03', '2024-03-04'])
  })

  test('that never was, and what is no date, is none', () => {
    for (const cell of ['2024-02-30', '31/02/2024', '99999999', 'May', '12/2024', '1.2', '', 'x'.repeat(10_000)]) expect([cell.slice(0, 20), dateOf(cell, 'day-first')]).toEqual([cell.slice(0, 20), undefined])
    expect([looksLikeDate('2024'), looksLikeDate('03/04/2024')]).toEqual([false, true])
  })

  test('proves nothing with a number that is neither', () => {
    expect([orderShown(['13/13/2024']), orderShown([]), orderShown(['x', '2024-03-25'])]).toEqual([null, null, null])
  })
})

test('a language is known by its tag or its name', () => {
  expect(['en', 'EN_us', 'zh-hant-tw', 'English', 'Deutsch', 'anglais', 'Français', ' русский '].map(languageTag)).toEqual(['en', 'en-US', 'zh-Hant-TW', 'en', 'de', 'en', 'fr', 'ru'])
  expect(['', 'Klingon', 'unknown', 'en fr', '12'].map(languageTag)).toEqual(['', '', '', '', ''])
})
