import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesIn, leadingDate, writtenDate } from '../../../src/domain/text/writtenDate'

describe('the date a line is nothing but', () => {
  test.each([
    ['September 18, 2023', '2023-09-18'], ['Sept. 18, 2023', '2023-09-18'], ['Sep 18 2023', '2023-09-18'], ['September 18th 2023', '2023-09-18'], ['18 September 2023', '2023-09-18'],
    ['18th September, 2023', '2023-09-18'], ['18th of September 2023', '2023-09-18'], ['Monday, September 18, 2023', '2023-09-18'], ['Mon 18 Sept 2023', '2023-09-18'], ['  SEPTEMBER  18, 2023 ', '2023-09-18'],
    ['18-Sep-2023', '2023-09-18'], ['Wednesday, Sept. 13, 2023', '2023-09-13'], ['9 January 2012', '2012-01-09'], ['January 11, 2010 Monday', '2010-01-11'], ['12 April 2013 Tuesday', '2013-04-12'],
    ['December 19, 1991, Sunday, An Edition', '1991-12-19'], ['January 28, 1993, Tuesday, Late Edition - Final', '1993-01-28'], ['January 11, 2010 Monday Edition 1; Scotland', '2010-01-11'],
    ['5. Juli 2019', '2019-07-05'], ['Freitag, 5. Juli 2019', '2019-07-05'], ['Freitag, den 5. Juli 2019', '2019-07-05'], ['Fr, 5.Juli 2019', '2019-07-05'], ['1. März 2020', '2020-03-01'], ['1. Mrz. 2020', '2020-03-01'],
    ['6. Jänner 2021', '2021-01-06'], ['12. Mai 2015 Dienstag Deutschland Ausgabe', '2015-05-12'], ['31. Dezember 2015, 14:05 Uhr', '2015-12-31'],
    ['jeudi 5 octobre 2013', '2013-10-05'], ['Jeudi, le 5 octobre 2013', '2013-10-05'], ['1er août 2014', '2014-08-01'], ['3 fevrier 2014', '2014-02-03'], ['7 déc. 2014 à 18h30', '2014-12-07'], ['3 février 2014'.normalize('NFD'), '2014-02-03'],
    ['18 de septiembre de 2023', '2023-09-18'], ['miércoles, 3 de enero del 2018', '2018-01-03'], ['15 ene. 2018', '2018-01-15'], ['lunedì 22 maggio 2017', '2017-05-22'], ['1º gennaio 2017', '2017-01-01'],
    ['terça-feira, 2 de outubro de 2018', '2018-10-02'], ['20 fev. 2019', '2019-02-20'], ['donderdag 14 maart 2019', '2019-03-14'], ['14 mei 2019 09.30 uur', '2019-05-14'],
    ['2023-09-18', '2023-09-18'], ['2023/09/18', '2023-09-18'], ['2023-09-18T10:15:00Z', '2023-09-18'], ['2012-01-09T01:35:58.123+02:00', '2012-01-09'], ['2023-09-18 10:15', '2023-09-18'],
    ['September 18, 2023 at 4 p.m.', '2023-09-18'], ['September 18, 2023, 4:05 PM EDT', '2023-09-18'], ['29 February 2024', '2024-02-29'],
    ['September 2023', '2023-09'], ['Sept. 2023', '2023-09'], ['janvier 2019', '2019-01'], ['septiembre de 2023', '2023-09'], ['2023-09', '2023-09'], ['März 2019 Deutschland Ausgabe', '2019-03'],
  ])('%s is %s', (line, date) => { expect(writtenDate(line)).toBe(date) })

  test.each([
    '09/18/2023', '18.09.2023', '09-18-2023', '03/04/2024', 'February 30, 2023', '29 February 2023', '30 février 2023', '2023-13-01', '2023-00-10', '2023-02-30', '2023', '', '13 2023', 'Published September 18, 2023',
    'Marchand 3, 2023', '31 April 2023', 'May 0, 2023', '5 Juliette 2019', 'In September 2023 the harbour closed', 'September 18, 2023 was a Monday', 'Monday', '18 September', 'September 18', '12–14 September 2023',
    'September 18, 20235', '2023-09/18', `September 18, 2023${' '.repeat(200)}x`,
  ])('not: %s', (line) => { expect(writtenDate(line)).toBeUndefined() })

  test.each([
    ['03/04/2024', 'day-first', '2024-04-03'], ['03/04/2024', 'month-first', '2024-03-04'], ['3.4.2024 10:15', 'day-first', '2024-04-03'], ['03-04-2024', 'month-first', '2024-03-04'],
    ['13/04/2024', 'month-first', undefined], ['03/04.2024', 'day-first', undefined], ['2024-03-04', 'day-first', '2024-03-04'],
  ] as const)('%s, %s: %s', (line, order, date) => { expect(writtenDate(line, order)).toBe(date) })

  test('what follows it is told apart', () => {
    expect(leadingDate('January  28, 1993, Tuesday, Late Edition - Final')).toEqual({ date: '1993-01-28', rest: ', Tuesday, Late Edition - Final' })
    expect(leadingDate('No date')).toBeUndefined()
  })
})

describe('days named in a text', () => {
  test('come in order, with their places', () => {
    const text = 'It began on Monday, the 3rd of July 2023, went on 4 July 2023\nand ended 2023-07-05; no one knew July 2023 or 32 July 2023.'
    const found = datesIn(text, 9)
    expect(found.map(({ date, start, end }) => [date, text.slice(start, end)])).toEqual([
      ['2023-07-03', 'Monday, the 3rd of July 2023'], ['2023-07-04', '4 July 2023'], ['2023-07-05', '2023-07-05'],
    ])
    expect(datesIn(text, 2)).toEqual(found.slice(0, 2))
    expect(datesIn(text, 0)).toEqual([])
  })

  test.each(['Sept. 13', 'the 2023 vote', '12–14 September 2023', 'on 30 February 2023', 'a2023-09-18', 'file-2023-09-18', '18 people 2023'])('not: %s', (text) => { expect(datesIn(text, 1)).toEqual([]) })
})

test('every day is read back from how it is written', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  const locales = fc.constantFrom('en-GB', 'en-US', 'fr', 'de', 'es', 'it', 'pt', 'nl')
  const style = fc.constantFrom('full', 'long', 'medium' as const)
  fc.assert(fc.property(day, locales, style, (date, locale, dateStyle) => {
    // Medium dates are numbers alone in some languages.
    const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(date)
    fc.pre(/\p{L}{2}/u.test(written))
    const iso = date.toISOString().slice(0, 10)
    expect(writtenDate(written)).toBe(iso)
    expect(datesIn(`(${written})`, 1)).toMatchObject([{ date: iso, start: 1, end: written.length + 1 }])
  }), { seed: 4, numRuns: 1000 })
})

test('megabytes are looked through in no time', () => {
  const begun = performance.now()
  expect(datesIn('Word march 12 of many 2023 words. '.repeat(30_000), 1)).toEqual([])
  expect(datesIn('1 '.repeat(500_000), 1)).toEqual([])
  expect(performance.now() - begun).toBeLessThan(3000)
})
