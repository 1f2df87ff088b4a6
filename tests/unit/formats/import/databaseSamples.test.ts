import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { docxParagraphs } from '../../../../src/formats/import/docxParagraphs'
import { ImportRefusal, type FoundArticle } from '../../../../src/formats/import/importer'
import { importers } from '../../../../src/formats/import/importers'
import { nexisDocx } from '../../../../src/formats/import/nexisDocx'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { europresseSample, factivaHtmlSample, factivaXmlSample, nexisDocxSample, nexisFrenchSample, nexisHtmlSample, nexisTextSample, type Expected } from './databaseSamples'

const folder = new URL('../../../../../shared/samples/C_tools/article_db/', import.meta.url)
const fileOf = (name: string, bytes = readFileSync(new URL(name, folder))): SourceFile => new SourceFile(name, bytes)

async function read(file: SourceFile): Promise<{ kind: string; encoding: string; articles: readonly FoundArticle[] }> {
  for (const importer of importers) {
    if (!await importer.recognises(file)) continue
    const articles: FoundArticle[] = []
    for await (const one of importer.read(file, { mapping: null })) articles.push(one)
    return { kind: importer.id, encoding: importer.encodingOf(file), articles }
  }
  throw new Error('no importer')
}

const asExpected = (expected: Expected): FoundArticle => ({
  text: '', byline: '', section: '', language: '', url: '', passages: [], problems: [], headings: [{ start: 0, end: expected.headline.length, level: 1 }],
  headline: expected.headline, outlet: expected.outlet, date: expected.date, variables: expected.variables,
  ...(expected.byline !== undefined && { byline: expected.byline }), ...(expected.section !== undefined && { section: expected.section }), ...(expected.language !== undefined && { language: expected.language }),
})

/** The body as `Expected` has it. */
function bodyOf({ text }: FoundArticle, { body }: Expected): readonly unknown[] {
  const [, ...paragraphs] = text.split('\n\n')
  const [count, , begin, end] = body
  if (typeof count !== 'number') return paragraphs
  const starts = paragraphs[0]?.startsWith(String(begin)) ? begin : paragraphs[0]
  const ends = paragraphs.at(-1)?.endsWith(String(end)) ? end : paragraphs.at(-1)
  // A line end inside a paragraph would be one of the source's that should have been joined.
  return [paragraphs.filter((one) => !one.includes('\n')).length, paragraphs.join(' ').split(/\s+/).length, starts, ends]
}

/** What the files say about whoever downloaded them, and what stands around the articles. */
const samples = [
  ['nexis_sample_lorem.TXT', 'nexis-text', 'UTF-8', nexisTextSample, /GLASGOW|HILLHEAD|311G|Download Request|Time Of Request|Send To|Project ID|Combined Source|TYPE\(web\)|16:51/],
  ['nexis_uni_sample_lorem.DOCX', 'nexis-docx', '', nexisDocxSample, /00000001|job number|client|matter|search t|natural language|narrowed|quellen|PA186522091|92277501|09:31|About LexisNexis|Privacy/i],
  ['lexisnexis_test_en.html', 'nexis-html', 'UTF-8', nexisHtmlSample, /DOCUMENTS|2015|Hide XML|LXN/],
  ['lexisnexis_test_fr.html', 'nexis-html', 'UTF-8', nexisFrenchSample, /DOCUMENTS|ezproxy|eui\.eu|Hide XML|11:14/],
  ['factiva_test.html', 'factiva-html', 'UTF-8', factivaHtmlSample, /Factiva, Inc|Dow Jones|Tous droits/],
  ['factiva_test.xml', 'factiva-xml', 'UTF-8', factivaXmlSample, /distdoc|logo/],
  ['europresse_test1.html', 'europresse-html', 'UTF-8', europresseSample, /university|certificat|2012-10-05|émis|Sauvegarder|visualisation/i],
] as const

// Left out where ../shared is missing.
describe.runIf(existsSync(folder))('samples of the databases’ exports', () => {
  test.each(samples)('%s: every article with every field', async (name, kind, encoding, expected) => {
    const found = await read(fileOf(name))
    expect([found.kind, found.encoding, found.articles.length]).toEqual([kind, encoding, expected.length])
    for (const [index, one] of expected.entries()) {
      const article = found.articles[index]
      if (!article) throw new Error(`article ${index + 1} is missing`)
      expect({ ...article, text: '' }).toEqual(asExpected(one))
      expect(article.text.split('\n\n', 1)).toEqual([one.headline])
      expect(bodyOf(article, one)).toEqual(one.body)
    }
  })

  test.each(samples)('%s: nothing about the user', async (...[name, , , , personal]) => {
    const file = fileOf(name)
    expect((await read(file)).articles.map((one) => personal.exec(JSON.stringify(one))?.[0]).filter(Boolean)).toEqual([])
    const whole = name.endsWith('DOCX') ? JSON.stringify(await docxParagraphs(file)) : Buffer.from(file.bytes).toString()
    expect(whole).toMatch(personal)
  })

  test.each(samples)('%s: cut off anywhere, it is read as far as it goes or refused', async (...[name, kind, , expected, personal]) => {
    const bytes = readFileSync(new URL(name, folder))
    const whole = (await read(fileOf(name))).articles
    let partly = 0
    for (let cut = 1; cut <= 30; cut += 1) {
      const begun = performance.now()
      const result = await read(fileOf(name, bytes.subarray(0, Math.floor((bytes.length * cut) / 31)))).catch((error: unknown) => error)
      expect(performance.now() - begun).toBeLessThan(10_000)
      if (result instanceof ImportRefusal) continue
      const { kind: as, articles } = result as Awaited<ReturnType<typeof read>>
      // Before its first article shows, a file may pass for plain text.
      if (as !== kind) continue
      partly += 1
      expect(articles.length).toBeLessThanOrEqual(expected.length)
      expect(articles.slice(0, -1)).toEqual(whole.slice(0, articles.length - 1))
      expect(articles.map((one) => personal.exec(JSON.stringify(one))?.[0]).filter(Boolean)).toEqual([])
    }
    // A ZIP that is cut off has no directory.
    expect(partly > 0).toBe(!name.endsWith('DOCX'))
  })

  test('a Word file that only names Nexis Uni is a Word file like any other', async () => {
    expect(await nexisDocx.recognises(fileOf('nexis_uni_test_single.DOCX'))).toBe(false)
  })
})
