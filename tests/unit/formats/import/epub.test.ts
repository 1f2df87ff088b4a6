import { describe, expect, test } from 'vitest'
import { epub } from '../../../../src/formats/import/epub'
import { book } from '../../../fixtures/documents'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'
import { zipped } from '../../../fixtures/zips'

const xhtml = (body: string, head = '<title/>'): string => `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body>${body}</body></html>`
const metadata = '<dc:title>Weekly review</dc:title><dc:creator>First author</dc:creator><dc:creator>Second author</dc:creator><dc:publisher>The Meridian</dc:publisher><dc:date opf:event="modification">2025-01-01</dc:date><dc:date>2024-03-12T05:00:00+01:00</dc:date><dc:language>en-gb</dc:language>'

describe('an e-book', () => {
  test('has an article for each chapter with text, in the order of reading', async () => {
    const file = fileOf('a', await book({
      metadata,
      chapters: {
        'cover.xhtml': xhtml('<img src="http://example.org/cover.png"/>'),
        'text/one é.xhtml': xhtml('<a id="p1"/><h1>A bridge<br/>opens</h1><p>It was late&#160;&amp; dark.</p><h2>Later</h2><p>End.</p>'),
        'two.xhtml': xhtml('<p>No heading.</p>', '<title>x</title>'),
      },
    }))
    const [first, second, ...more] = await articlesIn(epub, file)
    expect(first).toMatchObject({
      text: 'A bridge opens\n\nIt was late\u00a0& dark.\n\nLater\n\nEnd.', headline: 'A bridge opens', headings: [{ start: 0, end: 14, level: 1 }, { level: 2 }],
      outlet: 'The Meridian', date: '2024-03-12', language: 'en-GB', byline: 'First author; Second author', variables: { book: 'Weekly review' }, problems: [],
    })
    expect(second).toMatchObject({ text: 'No heading.', headline: '' })
    expect(more).toEqual([])
  })

  test('calls chapters without a heading what its table of contents calls them', async () => {
    const chapters = { 'a.xhtml': xhtml('<p>One.</p>'), 'b.xhtml': xhtml('<p>Two.</p>') }
    const headlines = async (one: Parameters<typeof book>[0]): Promise<string[]> => (await articlesIn(epub, fileOf('a', await book(one)))).map(({ text }) => text)
    const nav = xhtml('<nav epub:type="toc"><ol><li><a href="a.xhtml">First <b>part</b></a><ol><li><a href="a.xhtml#x">Inner</a></li></ol></li><li><a href="./b.xhtml#top">Second</a></li></ol></nav>')
    expect(await headlines({ chapters: { ...chapters, 'nav.xhtml': nav }, manifest: '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' })).toEqual(['First part\n\nOne.', 'Second\n\nTwo.'])
    const ncx = '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd"><ncx><docTitle><text>T</text></docTitle><navMap><navPoint><navLabel><text>First</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel><content src="a.xhtml#x"/></navPoint></navPoint><navPoint><navLabel><text>Second</text></navLabel><content src="b.xhtml"/></navPoint></navMap></ncx>'
    expect(await headlines({ chapters, manifest: '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>', spine: 'toc="n"', parts: { 'OEBPS/toc.ncx': ncx } })).toEqual(['First\n\nOne.', 'Second\n\nTwo.'])
    expect(await headlines({ chapters, manifest: '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>', spine: 'toc="n"', parts: { 'OEBPS/toc.ncx': ncx.replace('"http', '"x" [<!ENTITY e "e">] "http') } })).toEqual(['One.', 'Two.'])
  })

  test('reads only its own parts, whatever names it gives', async () => {
    const parts = { 'outside.xhtml': xhtml('<p>In the file.</p>') }
    const manifest = '<item id="x" href="../outside.xhtml" media-type="application/xhtml+xml"/><item id="y" href="../../../etc/passwd" media-type="application/xhtml+xml"/><item id="z" href="http://example.org/a.xhtml" media-type="application/xhtml+xml"/>'
    const bytes = await book({ chapters: {}, manifest, parts })
    expect(await refusalOf(articlesIn(epub, fileOf('a', bytes)))).toBe('none')
    const listed = await zipped({
      'META-INF/container.xml': '<container><rootfile full-path="p.opf"/></container>', 'outside.xhtml': parts['outside.xhtml'],
      'p.opf': `<package><manifest>${manifest}</manifest><spine><itemref idref="x"/><itemref idref="y"/><itemref idref="z"/><itemref idref="x"/></spine></package>`,
    })
    expect((await articlesIn(epub, fileOf('a', listed))).map(({ text }) => text)).toEqual(['In the file.'])
  })

  test('locked by rights management is refused, one with masked fonts is not', async () => {
    const encryption = (algorithm: string, uri: string): string => `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`
    const outcome = async (xml: string): Promise<string> => await refusalOf(articlesIn(epub, fileOf('a', await book({ chapters: { 'a.xhtml': xhtml('<p>One.</p>') }, parts: { 'META-INF/encryption.xml': xml } }))))
    expect(await outcome(encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/a.xhtml'))).toMatch(/^encrypted: /)
    expect(await outcome(encryption('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf'))).toBe('none')
  })

  test('says what of its date cannot be read', async () => {
    const [one] = await articlesIn(epub, fileOf('a', await book({ metadata: '<dc:date>03/04/2024</dc:date>', chapters: { 'a.xhtml': xhtml('<p>One.</p>') } })))
    expect(one).toMatchObject({ date: '', problems: [{ kind: 'unread-date', quote: '03/04/2024' }] })
  })

  test('cut off, without a description of itself or with entities of its own is refused', async () => {
    const whole = await book({ chapters: { 'a.xhtml': xhtml('<p>One.</p>') } })
    for (let length = 60; length < whole.length; length += 13) {
      const file = fileOf('a', whole.subarray(0, length))
      expect(await epub.recognises(file)).toBe(true)
      expect(await refusalOf(articlesIn(epub, file))).toMatch(/^damaged: /)
    }
    expect(await refusalOf(articlesIn(epub, fileOf('a', await zipped({ 'META-INF/container.xml': '<container/>' }))))).toMatch(/^damaged: /)
    expect(await refusalOf(articlesIn(epub, fileOf('a', await zipped({ 'META-INF/container.xml': '<!DOCTYPE a [<!ENTITY b "c">]><container/>' }))))).toMatch(/^unsafe: /)
  })
})
