import { describe, expect, test } from 'vitest'
import type { FoundArticle } from '../../../../src/formats/import/importer'
import { markdown } from '../../../../src/formats/import/markdown'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'

const read = async (text: string): Promise<FoundArticle | undefined> => (await articlesIn(markdown, fileOf('a.md', text)))[0]

describe('Markdown', () => {
  test('is read as it would be shown', async () => {
    expect((await read('# A *bridge* opens\n\nIt was\nlate &amp; **dark**.\\\nNext line.\n\n> “Quoted”\n\n- one\n- two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode <b>\n```\n\nA [link](http://example.org "t"), ![picture](x.png) and <b onclick="x">HTML</b><script>alert(1)</script>.'))?.text).toBe(
      'A bridge opens\n\nIt was late & dark.\nNext line.\n\n“Quoted”\n\n• one\n• two\n\nA\tB\n1\t2\n\ncode <b>\n\nA link, and HTML.')
  })

  test('has its first heading as a headline and others as structure', async () => {
    const found = await read('A bridge opens\n===\n\n12 March 2024\n\n## Later\n\nEnd.')
    expect(found).toMatchObject({ headline: 'A bridge opens', date: '2024-03-12' })
    expect(found?.headings.map(({ start, end, level }) => [level, found.text.slice(start, end)])).toEqual([[1, 'A bridge opens'], [2, 'Later']])
  })

  test('has facts in front matter, as far as they are plain', async () => {
    expect(await read('---\ntitle: "A bridge: \\"opens\\""\ndate: 2024-03-12T10:00:00Z\nauthor: \'It\'\'s me\'\nsource: The Meridian # not the other\nlang: en_GB\nurl: https://example.org/a\ntags: [a, b]\nkeywords:\n  - c\nnested:\n  key: d\nLeaning : left\n__proto__: x\n---\nIt was late.\n')).toEqual({
      text: 'A bridge: "opens"\n\nIt was late.', headline: 'A bridge: "opens"', headings: [{ start: 0, end: 17, level: 1 }], date: '2024-03-12', byline: 'It\'s me', outlet: 'The Meridian', language: 'en-GB',
      url: 'https://example.org/a', section: '', variables: Object.fromEntries([['leaning', 'left'], ['__proto__', 'x']]), passages: [], problems: [],
    })
    expect(await read('---\ndate: 03/04/2024\n---\nText')).toMatchObject({ date: '', problems: [{ kind: 'unread-date', quote: '03/04/2024' }] })
    expect((await read('---\nnot closed: x\n\nText'))?.text).toContain('Text')
  })

  test('nested or marked without end is refused at once', async () => {
    expect(await refusalOf(read('> '.repeat(20_000)))).toMatch(/^(?:unsafe|too-costly): /)
    expect(await refusalOf(read('*a '.repeat(20_000)))).toMatch(/^too-costly: /)
    expect(await refusalOf(read('<!-- nothing to see -->'))).toMatch(/^empty: /)
  })

  test('is known by its name', () => {
    expect(['a.md', 'A.MARKDOWN', 'a.txt', 'md'].map((name) => markdown.recognises(fileOf(name, '# x')))).toEqual([true, true, false, false])
    expect(markdown.recognises(fileOf('a.md', '\0\x01\x02'))).toBe(false)
  })
})
