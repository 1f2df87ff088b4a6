import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { docx } from '../../../../src/formats/import/docx'
import { docxParagraphs } from '../../../../src/formats/import/docxParagraphs'
import { para, word, wordPart } from '../../../fixtures/documents'
import { articlesIn, fileOf, refusalOf } from '../../../fixtures/imports'
import { zipped } from '../../../fixtures/zips'

const texts = async (body: string, parts: Readonly<Record<string, string>> = {}): Promise<string[]> => (await docxParagraphs(fileOf('a.docx', await word(body, parts)))).map(({ text }) => text)

const run = (content: string): string => `<w:r>${content}</w:r>`

const styles = wordPart('styles', [
  ['berschrift1', '<w:name w:val="heading 1"/>'], ['Own', '<w:name w:val="My own"/><w:basedOn w:val="berschrift1"/>'], ['Deep', '<w:name w:val="heading 9"/>'],
  ['Outlined', '<w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>'], ['List', '<w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'],
  ['Round', '<w:name w:val="x"/><w:basedOn w:val="Round"/>'],
].map(([id, inner]) => `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`).join(''))

describe('the paragraphs of a Word document', () => {
  test('with breaks, tabs and signs that have elements of their own', async () => {
    expect(await texts(`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('<w:t>a</w:t><w:tab/><w:t xml:space="preserve"> b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:sym w:char="2022"/><w:cr/><w:t>d</w:t>')}</w:p><w:p/>`))
      .toEqual(['a\t b\nc\u2011•\nd', ''])
  })

  test('as they stand after all revisions, without what is hidden or there for older programs', async () => {
    expect(await texts([
      `<w:p><w:ins>${run('<w:t>new</w:t>')}</w:ins><w:del>${run('<w:delText>old</w:delText>')}</w:del><w:moveFrom>${run('<w:t>gone</w:t>')}</w:moveFrom><w:moveTo>${run('<w:t>here</w:t>')}</w:moveTo></w:p>`,
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('<w:t>one </w:t>')}</w:p>${para('paragraph')}`,
      `<w:p>${run('<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>')}${run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t>')}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('<w:t>text</w:t>')}</w:p>`,
      `<w:p>${run(`<mc:AlternateContent><mc:Choice><w:txbxContent>${para('box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${para('box again')}</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>anchor</w:t>`)}</w:p>`,
    ].join(''))).toEqual(['newhere', 'one paragraph', 'shown', 'text', 'anchor', 'box'])
  })

  test('with the results of fields, not their instructions', async () => {
    const char = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`)
    const field = `${char('begin')}${run('<w:instrText>DDEAUTO c:\\x</w:instrText><w:t>not shown</w:t>')}${char('separate')}${run('<w:t>result</w:t>')}${char('end')}`
    expect(await texts(`<w:p>${run('<w:t>a </w:t>')}${field}<w:fldSimple w:instr="DATE">${run('<w:t> date</w:t>')}</w:fldSimple></w:p>`)).toEqual(['a result date'])
    expect(await texts(`<w:p>${char('begin')}${run('<w:t>never ends</w:t>')}</w:p>${para('and goes on')}`)).toEqual(['never ends', 'and goes on'])
  })

  test('headings and items by their styles, in any language, and by their own properties', async () => {
    const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
    const body = [para('1', style('berschrift1')), para('2', style('Own')), para('3', style('Deep')), para('4', style('Outlined')), para('5', style('List')), para('6', style('Round')),
      para('7', '<w:outlineLvl w:val="1"/>'), para('8', `${style('Outlined')}<w:outlineLvl w:val="9"/>`), para('9', `${style('List')}<w:numPr><w:numId w:val="0"/></w:numPr>`), para('10', '<w:pPrChange><w:pPr><w:pStyle w:val="Own"/></w:pPr></w:pPrChange>')].join('')
    const found = await docxParagraphs(fileOf('a.docx', await word(body, { 'word/styles.xml': styles })))
    expect(found.map(({ heading, item }) => (item ? 'item' : heading))).toEqual([1, 1, 6, 3, 'item', null, 2, null, null, null])
  })

  test('tables of data as lines with tabs, others as paragraphs', async () => {
    const table = (...rows: string[][][]): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.map((one) => para(one)).join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
    expect(await texts(table([['A'], ['B']], [['1'], ['2']], [[''], ['3']]))).toEqual(['A\tB\n1\t2\n\t3'])
    expect(await texts(table([['menu'], ['one', 'two']]))).toEqual(['menu', 'one', 'two'])
    expect(await texts(table([['one'], ['two']].map((cell) => cell)))).toEqual(['one\ttwo'])
  })

  test('notes stand at the end, by the numbers that the text has', async () => {
    const notes = wordPart('footnotes', `<w:footnote w:type="separator" w:id="-1">${para('---')}</w:footnote><w:footnote w:id="2">${para(' The note.')}${para('Its second paragraph.')}</w:footnote>`)
    const endnotes = wordPart('endnotes', `<w:endnote w:id="2">${para('The endnote.')}</w:endnote>`)
    expect(await texts(`<w:p>${run('<w:t>a</w:t><w:endnoteReference w:id="2"/><w:t> b</w:t><w:footnoteReference w:id="2"/>')}</w:p>`, { 'word/footnotes.xml': notes, 'word/endnotes.xml': endnotes }))
      .toEqual(['a[1] b[2]', '[1] The endnote.', '[2] The note.', 'Its second paragraph.'])
  })

  test('100,000 of them', async () => {
    const body = Array.from({ length: 100_000 }, (_, i) => para(`${i * 7919 % 100_003} ${i * 104_729 % 99_991}`)).join('')
    expect(await texts(body)).toHaveLength(100_000)
  })
})

describe('a Word document', () => {
  test('is one article, its headline the title it begins with', async () => {
    const body = [para(''), para('A bridge\u00a0opens', '<w:pStyle w:val="berschrift1"/>'), para('12 March 2024'), para('It was late.'), para('one', '<w:pStyle w:val="List"/>'), para('two', '<w:pStyle w:val="List"/>'), para('End.')].join('')
    const file = fileOf('a', await word(body, { 'word/styles.xml': styles, 'docProps/core.xml': '<x><creator>A user</creator></x>' }))
    expect(await articlesIn(docx, file)).toEqual([{
      text: 'A bridge\u00a0opens\n\n12 March 2024\n\nIt was late.\n\n• one\n• two\n\nEnd.', headline: 'A bridge\u00a0opens', headings: [{ start: 0, end: 14, level: 1 }], date: '2024-03-12',
      outlet: '', byline: '', section: '', language: '', url: '', variables: {}, passages: [], problems: [],
    }])
  })

  test('with a password, without text or cut off is refused', async () => {
    const locked = Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await docx.recognises(fileOf('a', locked))).toBe(true)
    expect(await refusalOf(articlesIn(docx, fileOf('a', locked)))).toMatch(/^encrypted: .*password/)
    expect(await refusalOf(articlesIn(docx, fileOf('a', await word('<w:p/>'))))).toMatch(/^empty: /)
    const whole = await word(para('text'))
    for (let length = 4; length < whole.length; length += 7) {
      const file = fileOf('a.docx', whole.subarray(0, length))
      expect(await docx.recognises(file)).toBe(true)
      expect(await refusalOf(articlesIn(docx, file))).toMatch(/^damaged: /)
    }
  })

  test('may point outside itself: nothing is fetched', async () => {
    let asked = 0
    const server = createServer((_request, response) => { asked += 1; response.end() }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => { server.close() })
    const address = server.address()
    const outside = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
    const relation = (type: string, n: number): string => `<Relationship Id="r${n}" Type="http://x/relationships/${type}" Target="${outside}/${type}" TargetMode="External"/>`
    const relations = `<Relationships>${['attachedTemplate', 'image', 'styles', 'footnotes', 'oleObject', 'frame'].map(relation).join('')}</Relationships>`
    const file = fileOf('a', await word(para('Only this.'), { 'word/_rels/document.xml.rels': relations, 'word/_rels/settings.xml.rels': relations }))
    expect((await articlesIn(docx, file)).map(({ text }) => text)).toEqual(['Only this.'])
    expect(asked).toBe(0)
    await fetch(outside)
    expect(asked, 'the watch').toBe(1)
  })

  test('names its main part as it likes, but inside its own folder', async () => {
    const rels = (target: string): string => `<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="${target}"/></Relationships>`
    const named = async (target: string): Promise<boolean> => await docx.recognises(fileOf('a', await zipped({ '_rels/.rels': rels(target), 'word/other.xml': '<a/>' })))
    expect(await Promise.all([named('/word/other.xml'), named('xl/workbook.xml'), named('http://example.org/word/other.xml')])).toEqual([true, false, false])
  })
})

const made = new URL('../../../../../shared/payloads/docx/', import.meta.url)
const outcomes: Readonly<Record<string, RegExp>> = {
  '00_valid': /^none/, '100k_paras': /^unsafe/, billion_laughs: /^unsafe/, deep_nest: /^unsafe/, external_template: /^none/, js_hyperlink: /^none/, truncated_10: /^damaged/, truncated_440: /^damaged/, truncated_850: /^damaged/,
  xml_bomb_1GB_text: /^unsafe/, xxe: /^unsafe/,
}

describe.runIf(existsSync(made))('the shared hostile documents (left out where ../shared is missing)', () => {
  test.each(existsSync(made) ? readdirSync(made).filter((name) => !/_is_|_empty/.test(name)) : [])('%s', async (name) => {
    const file = fileOf(name, readFileSync(new URL(name, made)))
    expect(await docx.recognises(file)).toBe(true)
    expect(await refusalOf(articlesIn(docx, file))).toMatch(outcomes[name.slice('made_'.length, -'.docx'.length)] ?? /^empty/)
  })
})
