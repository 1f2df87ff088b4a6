import { describe, expect, it } from 'vitest'
import { isWithin, meetsArticleQuery, type ArticleQuery } from '../../../src/domain/query/articleQuery'
import { annotation, article, records as project } from '../../fixtures/records'
import { putRecord } from '../../../src/domain/project/records'

const any: ArticleQuery = { outlet: null, from: '', to: '', event: null, coder: null, codes: null, coded: 'any' }
const articles = [article('a1', 'one'), article('a2', 'two', { outlet: '', event: 'e1' }), article('a3', 'three', { date: '2024-05' }), article('a4', 'four', { date: '' })]
const records = project(articles, [annotation('n1', '<one>'), annotation('n2', '<two>', { subject: 'a2', coder: 'bob', code: 'expert' })])
putRecord(records, 'sheet', 's1', { id: 's1', coder: 'ann', subject: 'a3', coded: ['framing'], memo: '', modified: '2026-03-01T09:30:00.000Z' })

const left = (query: Partial<ArticleQuery>): readonly string[] => articles.filter((one) => meetsArticleQuery(one, { ...any, ...query }, records, 'ann')).map(({ id }) => id)

describe('articles are asked for', () => {
  it('by outlet and event, also those without', () => {
    expect(left({})).toEqual(['a1', 'a2', 'a3', 'a4'])
    expect(left({ outlet: '' })).toEqual(['a2'])
    expect(left({ event: 'e1' })).toEqual(['a2'])
    expect(left({ event: 'none' })).toEqual(['a1', 'a3', 'a4'])
  })

  it('by date, and what is not known exactly may be within', () => {
    expect(left({ from: '2024-05-20' })).toEqual(['a3'])
    expect(left({ to: '2024-04-30' })).toEqual(['a1', 'a2'])
    expect(isWithin('2024', '2024-03-01', '2024-03-31')).toBe(true)
    expect(isWithin('2023', '2024-03-01', '')).toBe(false)
    expect(isWithin('', '', '')).toBe(true)
  })

  it('by what one coder did with which codes', () => {
    expect(left({ coder: 'bob' })).toEqual(['a2'])
    expect(left({ codes: new Set(['fight', 'expert']) })).toEqual(['a1', 'a2'])
    expect(left({ coder: 'ann', codes: new Set(['expert']) })).toEqual([])
  })

  it('by whether they are coded: finding nothing is coded as well', () => {
    expect(left({ coded: 'mine' })).toEqual(['a1', 'a3'])
    expect(left({ coded: 'not-mine' })).toEqual(['a2', 'a4'])
    expect(left({ coded: 'anybody' })).toEqual(['a1', 'a2', 'a3'])
    expect(left({ coded: 'nobody' })).toEqual(['a4'])
  })
})
