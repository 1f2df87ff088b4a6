import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { book, para, word } from '../fixtures/documents'
import { expect, test } from './fixtures'
import { readProject } from './onDisk'
import { Researcher } from './researcher'

const body = 'It was late, and nobody wanted to leave.'

test('a web page, Markdown, Word, rich text and an e-book come in as text', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'documents')
  await mkdir(folder)
  const files: Readonly<Record<string, string | Buffer>> = {
    'page.html': `<!doctype html><html lang="en"><title>The page</title><meta property="article:published_time" content="2024-03-12"><script>document.title = 'hacked'</script><img src="x" onerror="hacked = 1"><p>${body} <b>One</b>.`,
    'notes.md': `---\ndate: 2024-03-12\n---\n# The notes\n\n${body} *Two*.`,
    'letter.docx': await word(`${para('The letter', '<w:outlineLvl w:val="0"/>')}${para(`${body} Three.`)}`),
    'text.rtf': `{\\rtf1\\ansi\\ansicpg1251\\pard\\outlinelevel0 The text\\par\\pard ${body} \\'cf\\'ff\\'f2\\'fc.}`,
    'book.epub': await book({ chapters: { 'a.xhtml': `<h1>The book</h1><p>${body} Five.</p>`, 'b.xhtml': `<h1>Its end</h1><p>${body} Six.</p>` } }),
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)

  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  const project = join(projectsDir, 'Documents.synoptic')
  await ana.makesProject('Documents', project)
  await expect(await ana.looksInto(folder)).toContainText('Import 6 articles')
  await ana.takesIn()
  await ana.seesSaved()

  const { articles, texts } = await readProject(project)
  const found = articles.map(({ id, source, headline, date }) => [source.file, source.kind, source.part, headline, date, texts.get(id)])
  expect(found.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
    ['book.epub', 'epub', 1, 'The book', '', `The book\n\n${body} Five.`],
    ['book.epub', 'epub', 2, 'Its end', '', `Its end\n\n${body} Six.`],
    ['letter.docx', 'docx', 0, 'The letter', '', `The letter\n\n${body} Three.`],
    ['notes.md', 'markdown', 0, 'The notes', '2024-03-12', `The notes\n\n${body} Two.`],
    ['page.html', 'html', 0, 'The page', '2024-03-12', `The page\n\n${body} One.`],
    ['text.rtf', 'rtf', 0, 'The text', '', `The text\n\n${body} Пять.`],
  ])
  expect(await ana.page.evaluate(() => 'hacked' in window)).toBe(false)
})
