import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { europresseHtml } from '../../../../src/formats/import/europresseHtml'
import { factivaHtml } from '../../../../src/formats/import/factivaHtml'
import { factivaXml } from '../../../../src/formats/import/factivaXml'
import { ImportRefusal, type FoundArticle, type Importer } from '../../../../src/formats/import/importer'
import { nexisDocx } from '../../../../src/formats/import/nexisDocx'
import { nexisHtml } from '../../../../src/formats/import/nexisHtml'
import { nexisText } from '../../../../src/formats/import/nexisText'
import { proquestText } from '../../../../src/formats/import/proquestText'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { databaseFixtures, europresseHtmlFixture, europresseNewerFixture, factivaHtmlFixture, factivaXmlFixture, nexisDocxFixture, nexisHtmlFixture, nexisTextFixture, proquestTextFixture } from './databaseFixtures'

const databases: readonly Importer[] = [nexisDocx, nexisHtml, factivaHtml, factivaXml, europresseHtml, proquestText, nexisText]

async function articles(importer: Importer, bytes: string | Buffer): Promise<FoundArticle[]> {
  const found: FoundArticle[] = []
  for await (const one of importer.read(new SourceFile('export', Buffer.from(bytes)), { mapping: null })) found.push(one)
  return found
}

const bare = { byline: '', section: '', language: '', url: '', passages: [], problems: [] }
const titled = (headline: string, ...body: readonly string[]): Pick<FoundArticle, 'headline' | 'headings' | 'text'> => ({ headline, headings: [{ start: 0, end: headline.length, level: 1 }], text: [headline, ...body].join('\n\n') })

test('LexisNexis, text: labels of the head and after the body, wrapped lines, line ends that were meant', async () => {
  expect(await articles(nexisText, nexisTextFixture)).toEqual([
    {
      ...bare, outlet: 'Lunde Courier', date: '2021-03-12', byline: 'Our correspondent', section: 'NEWS', language: 'en',
      ...titled('Harbour bridge opens; First ships pass', 'After nine years of work.',
        'The bridge over the harbour opened on Friday after nine years of work, and the first two ships passed below it at noon.',
        'NOTE: the ferries go on until the summer.', 'The timetable is short:\nat seven\nat noon'),
      variables: {
        page: '3', edition: 'Late Edition', correction: 'It has two lanes.', stated_length: '61 words', notes: 'Pictures are on page 4.', load_date: '2021-03-13',
        graphic: 'The bridge at noon; The bridge at night', bulletin_code: 'LC', copyright: 'Copyright 2021 Lunde Courier Ltd All Rights Reserved',
      },
    },
    {
      ...bare, outlet: 'Velmar Zeitung', date: '', language: 'de', ...titled('Ein Hafen wartet', 'Der Hafen wartet seit Jahren auf seine Brücke.'),
      variables: { stated_length: '12 Wörter', load_date: '2021-03-14' }, problems: [{ kind: 'unread-date', quote: 'am Tag der Brücke 12' }],
    },
    { ...bare, outlet: 'Lunde Courier', date: '2021-03', ...titled('A month of ships', 'More ships than ever came this month.'), variables: {} },
  ])
})

test('LexisNexis, text: the line before each document in other languages, in Windows-1252', async () => {
  for (const line of ['Dokument 1 von 2', 'Document 1 sur 2', '1 de 2 DOCUMENTOS', 'Document 1 de 1.024', '1 von 2 DOKUMENTEN', '1 of 1 DOCUMENT']) {
    const bytes = Buffer.from(`        ${line}\r\n\r\nLe Courrier\r\n\r\nvendredi 12 mars 2021\r\n\r\nLe port s'ouvre\r\n\r\nAUTEUR: Notre correspondant\r\n\r\nLONGUEUR: 3 mots\r\n\r\nLes navires sont arriv\u00E9s.\r\n`, 'latin1')
    const file = new SourceFile('a.txt', bytes)
    expect([await nexisText.recognises(file), nexisText.encodingOf(file)]).toEqual([true, 'Windows-1252'])
    expect(await articles(nexisText, bytes)).toEqual([{
      ...bare, outlet: 'Le Courrier', date: '2021-03-12', byline: 'Notre correspondant', ...titled('Le port s\'ouvre', 'Les navires sont arrivés.'), variables: { stated_length: '3 mots' },
    }])
  }
})

test('Nexis Uni, Word: without its cover', async () => {
  expect(await articles(nexisDocx, await nexisDocxFixture())).toEqual([
    {
      ...bare, outlet: 'Lunde Courier', date: '2021-03-12', byline: 'Our correspondent', section: 'NEWS', language: 'en',
      ...titled('Harbour bridge opens', 'After nine years of work.', 'The bridge over the harbour opened on Friday.', 'Note: the ferries go on until the summer.', 'Timetable:\nat seven\nat noon'),
      variables: {
        page: '3', time: '9:20 AM GMT', edition: 'Late Edition', stated_length: '61 words', graphic: 'The bridge at noon', publication_type: 'Newspaper', load_date: '2021-03-13', copyright: 'Copyright 2021 Lunde Courier Ltd All Rights Reserved',
      },
    },
    {
      ...bare, outlet: 'Lunde Courier', date: '', ...titled('A month of ships', 'More ships than ever came this month.'), variables: { stated_length: '9 words' },
      problems: [{ kind: 'unread-date', quote: 'some time in spring' }],
    },
  ])
})

test('LexisNexis, HTML, with German labels', async () => {
  expect(await articles(nexisHtml, nexisHtmlFixture)).toEqual([
    {
      ...bare, outlet: 'Velmar Zeitung', date: '2021-03-12', byline: 'Unser Korrespondent', section: 'Politik', language: 'de', ...titled('Die Brücke ist offen', 'Am Freitag fuhren die ersten Schiffe.', 'Mehr folgt.'),
      variables: { page: '4', edition: 'Deutschland Ausgabe', stated_length: '8 Wörter', load_date: '2021-03-13', copyright: 'Copyright 2021 Velmar Verlag Alle Rechte vorbehalten' },
    },
    { ...bare, outlet: 'Lunde Courier', date: '2021-03-13', ...titled('A quiet day', 'Nothing happened.'), variables: {} },
  ])
})

test('Factiva, HTML: with and without codes; the declared encoding is a lie', async () => {
  expect(factivaHtml.encodingOf(new SourceFile('a.html', factivaHtmlFixture))).toBe('Windows-1252')
  expect(await articles(factivaHtml, factivaHtmlFixture)).toEqual([
    {
      ...bare, outlet: 'Lunde Courier', date: '2021-01-05', byline: 'Our correspondent', language: 'en', ...titled('Ein Café am Hafen', 'Tables stand on the quay.', 'Guests – a few – came.', 'It rained.'),
      variables: { credit: 'Meridian', stated_length: '12 words', time: '14:05', source_code: 'LUNDE', page: 'A4', copyright: '(c) 2021 Lunde Courier Ltd', xyz: 'new code', document_id: 'LUNDE00020210105eh150001x' },
    },
    {
      ...bare, outlet: 'Velmar Zeitung', date: '2021-01-06', byline: 'Unser Korrespondent', section: 'Wirtschaft', language: 'de', ...titled('Häfen wachsen', 'Die Häfen wachsen.', 'Auch die Schiffe.'),
      variables: { stated_length: '9 Wörter', time: '08:30', source_code: 'VELZ', page: '12', edition: 'Abendausgabe', copyright: 'Copyright 2021 Velmar Verlag', document_id: 'VELZ000020210106eh1600002' },
    },
  ])
})

describe('Factiva, XML', () => {
  const first = {
    ...bare, outlet: 'Lunde Courier', date: '2021-01-05', byline: 'Our correspondent', section: 'News', language: 'en', ...titled('Harbour & bridge', 'Ships came.', 'Ships left.'),
    variables: { document_id: 'LUNDE1', stated_length: '4' },
  }

  test('field by field', async () => {
    expect(await articles(factivaXml, factivaXmlFixture)).toEqual([first, { ...first, ...titled('A quiet day', 'Ships came.', 'Ships left.'), variables: { document_id: 'LUNDE2', stated_length: '4' } }])
  })

  test('cut off: what is before it, with a remark; before the first article, refused', async () => {
    const cut = factivaXmlFixture.slice(0, factivaXmlFixture.indexOf('A quiet day'))
    const [only, ...more] = await articles(factivaXml, cut)
    expect([{ ...only, problems: [] }, more]).toEqual([first, []])
    expect(only?.problems).toMatchObject([{ kind: 'note' }])
    await expect(articles(factivaXml, factivaXmlFixture.slice(0, 300))).rejects.toMatchObject({ reason: 'damaged' })
  })

  test('one that declares entities is refused', async () => {
    await expect(articles(factivaXml, `<!DOCTYPE x [<!ENTITY a "b">]>${factivaXmlFixture.replace(/<\?.*?\?>/, '')}`)).rejects.toMatchObject({ reason: 'unsafe' })
  })
})

test('ProQuest, text', async () => {
  expect(await articles(proquestText, proquestTextFixture)).toEqual([
    {
      ...bare, outlet: 'Lunde Courier', date: '2021-03-12', byline: 'Our correspondent', section: 'News', language: 'en', url: 'https://www.proquest.com/newspapers/harbour-bridge/docview/1234567890/se-2',
      ...titled('Harbour bridge opens: First ships pass', 'The bridge over the harbour opened on Friday after nine years of work, and the first two ships passed below it at noon, as planned.', 'Location: the ferries go on until the summer.', '"It is done," said the town.'),
      variables: {
        edition: 'Late edition', abstract: 'A bridge opens.', subject: 'Bridges; Harbours', location: 'Lunde', page: '3', publisher: 'Lunde Courier Ltd', place_of_publication: 'Lunde', country: 'Lundeland', issn: '00000000', publication_type: 'Newspaper',
        document_type: 'News', document_id: '1234567890', copyright: '(Copyright (c) 2021 Lunde Courier Ltd)', last_updated: '2021-03-13', database: 'Newsstream',
      },
    },
    { ...bare, outlet: 'Velmar Today', date: '2021', ...titled('A quiet day'), variables: { document_id: '1234567891', database: 'Newsstream' } },
  ])
})

test('Europresse, HTML, older', async () => {
  expect(await articles(europresseHtml, europresseHtmlFixture)).toEqual([
    {
      ...bare, outlet: 'Le Courrier', date: '2021-03-12', byline: 'Notre correspondant', section: 'Politique', ...titled('Le port s’ouvre', 'Un pont', 'Les navires passent.', 'Un tableau :', 'a\t1\nb\t2'),
      variables: { issue: '12', page: '03', copyright: '© 2021 Le Courrier. Tous droits réservés.', document_id: 'news·20210312·LC·0001' },
    },
    { ...bare, outlet: 'Le Méridien', date: '', ...titled('Jour calme', 'Rien.'), variables: {}, problems: [{ kind: 'unread-date', quote: 'lundi sans date' }] },
  ])
})

test('Europresse, HTML, newer', async () => {
  expect(await articles(europresseHtml, europresseNewerFixture)).toEqual([{
    ...bare, outlet: 'Le Courrier (site web)', date: '2021-03-12', byline: 'Notre correspondant', section: 'Économie', ...titled('Le port s’ouvre', 'Les navires passent.', 'Le soir aussi.'),
    variables: { page: '7', stated_length: '859 mots', document_id: 'news·20210312·LC·0002' },
  }])
})

test.each(databases.map((one) => [one.id, one] as const))('%s: nothing about the user; cut off anywhere, it is read as far as it goes or refused', async (id, importer) => {
  const bytes = (await databaseFixtures())[id] ?? Buffer.alloc(0)
  expect(bytes.includes('PERSONAL') || id === 'nexis-docx').toBe(true)
  let partly = 0
  for (let cut = 1; cut <= 30; cut += 1) {
    const part = bytes.subarray(0, Math.floor((bytes.length * cut) / 30))
    if (!await importer.recognises(new SourceFile('export', part))) continue
    partly += 1
    const outcome = await articles(importer, part).catch((error: unknown) => error)
    expect(outcome instanceof ImportRefusal || Array.isArray(outcome)).toBe(true)
    expect(JSON.stringify(outcome)).not.toContain('PERSONAL')
  }
  // Whole at the least.
  expect(partly).toBeGreaterThan(0)
})

test('a file with a format’s marks and nothing else is refused', async () => {
  const empty: readonly (readonly [Importer, string])[] = [
    [nexisText, '1 of 1 DOCUMENTS\n'], [nexisHtml, '<a name="DOC_ID_0"></a>'], [factivaHtml, '<div class="article enArticle">'], [factivaXml, '<x><ppsarticle/></x>'], [europresseHtml, '<article>'], [proquestText, 'nothing'],
    [nexisDocx, 'no zip'],
  ]
  for (const [importer, content] of empty) await expect(articles(importer, content)).rejects.toBeInstanceOf(ImportRefusal)
})

test('a caption of several paragraphs before the other labels does not take the body with it', async () => {
  const document = (between: string): string => `1 of 1 DOCUMENTS\n\nLunde Courier\n\nMarch 12, 2021\n\nShips\n\nLENGTH: 3 words\n\nShips came again.\n\nGRAPHIC: as drawn on the wall\n\n${between}\n\nLANGUAGE: ENGLISH\n\nLOAD-DATE: March 13, 2021\n`
  const [caption] = await articles(nexisText, document('The wall by day'))
  expect([caption?.text, caption?.variables['graphic']]).toEqual(['Ships\n\nShips came again.', 'as drawn on the wall; The wall by day'])
  const [body] = await articles(nexisText, document('It is wet.\n\nIt is high.\n\nIt is old.'))
  expect([body?.text, body?.language]).toEqual(['Ships\n\nShips came again.\n\nGRAPHIC: as drawn on the wall\n\nIt is wet.\n\nIt is high.\n\nIt is old.', 'en'])
})

test('labels that nobody listed, rights that are claimed twice, and an article about copyright', async () => {
  const [found] = await articles(nexisText, '1 of 1 DOCUMENTS\n\nLunde Courier\n\nMarch 12, 2021\n\nShips\n\nSECTION: NEWS\n\nDISTRIBUTION: Lunde\n\nLENGTH: 9 words\n\nDATELINE: LUNDE\n\nCopyright is at stake.\n\nCopyright lasts long, and longer.\n\nLOAD-DATE: March 13, 2021\n\nCopyright 2021 Lunde Courier\n\nAll Rights Reserved\n\nCopyright 2021 Meridian\n')
  expect(found).toMatchObject({
    ...titled('Ships', 'Copyright is at stake.', 'Copyright lasts long, and longer.'), section: 'NEWS',
    variables: { distribution: 'Lunde', stated_length: '9 words', dateline: 'LUNDE', load_date: '2021-03-13', copyright: 'Copyright 2021 Lunde Courier All Rights Reserved Copyright 2021 Meridian' },
  })
})

test('files made to be slow are not', async () => {
  const [long, gaps, digits] = ['a'.repeat(100_000), ' '.repeat(100_000), '1'.repeat(100_000)]
  const begun = performance.now()
  for (const one of [`${long}:`, `x${gaps}x`, digits, `${digits} `, `LENGTH:${gaps}x`, '_'.repeat(100_000), 'a, edition '.repeat(8000), 'Copyright '.repeat(8000), '12 March '.repeat(8000)]) {
    await articles(nexisText, `1 of 1 DOCUMENTS\n\n${one}\n\n${one}\n\n${one}\n\nLENGTH: ${one}\n\n${one}\n\nLOAD-DATE: ${one}\n\n${one}`)
    await articles(proquestText, `${one}\nFull text: ${one}\n${one}\n\nPublication title: ${one}\nPublication date: ${one}\nDocument URL: ${one}\nProQuest document ID: 1`)
    await articles(factivaHtml, `<div class="article enArticle"><div id="hd">${one}</div><div>${one}</div><div>${one}</div><p>${one}</p></div>`)
    await articles(europresseHtml, `<span class="DocPublicationName">${one}</span><span class="DocHeader">${one}</span><span class="TitreArticleVisu">${one}</span><br><br>${one}<br><p></p>${one}`)
  }
  expect(performance.now() - begun).toBeLessThan(30_000)
}, 120_000)

test('thousands of documents in one file are read one after the other', async () => {
  const document = (number: number): string => `\n   ${number} of 2000 DOCUMENTS\n\nLunde Courier\n\nMarch 12, 2021 Friday\n\nHeadline ${number}\n\nLENGTH: 3 words\n\nShips came again.\n\nLOAD-DATE: March 13, 2021\n`
  const begun = performance.now()
  const found = await articles(nexisText, Array.from({ length: 2000 }, (_, index) => document(index + 1)).join(''))
  expect([found.length, found.at(-1)?.text]).toEqual([2000, 'Headline 2000\n\nShips came again.'])
  expect(performance.now() - begun).toBeLessThan(10_000)
})

const payloads = new URL('../../../../../shared/payloads/', import.meta.url)

test.runIf(existsSync(payloads))('no hostile file is taken for an export, and none makes an importer stumble (left out where ../shared is missing)', async () => {
  const files = readdirSync(payloads, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(100)
  for (const { parentPath, name } of files) {
    const file = new SourceFile(name, readFileSync(join(parentPath, name)))
    for (const importer of databases) expect([name, importer.id, await importer.recognises(file)]).toEqual([name, importer.id, false])
  }
}, 120_000)
