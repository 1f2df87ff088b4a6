import { mkdir, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv } from './exported'
import { expect, test } from './fixtures'
import { willPick } from './dialogs'
import { longestGap } from './frames'
import { readProject } from './onDisk'
import { Researcher } from './researcher'

const names = {
  'that are markup': '"><script>window.hacked=1</script><img src=hacked.png onerror="window.hacked=1">',
  'with slashes and dots': '../../../etc/passwd\\..\\C:\\con /',
  'of 300 characters': 'Неделя '.repeat(50).slice(0, 300),
  'written from right to left': 'جريدة \u202Egnp.exe\u202C الصباح',
  'that formulas and prototypes go by': '=HYPERLINK("http://x") __proto__ constructor ${7*7} {{7*7}}',
}

for (const [kind, name] of Object.entries(names)) {
  test(`names ${kind} are shown as text`, async ({ launch, projectsDir }) => {
    const ana = new Researcher(await launch())
    const { page } = ana
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('dialog', (dialog) => { throw new Error(`A dialog said ${dialog.message()}`) })

    // The field takes what a name may have and no more.
    const coder = name.slice(0, 200).trim()
    await page.getByLabel('Your name as a coder').click()
    await page.keyboard.insertText(name)
    await ana.presses('Enter')
    await expect(page.getByText('Coding as')).toContainText(coder)

    const article = join(projectsDir, 'article.txt')
    await writeFile(article, `${name}\n\nThe body says ${name} once more.\n`)
    await ana.makesProject(name, join(projectsDir, 'Names.synoptic'))
    await ana.importsFiles(article)
    await ana.row('article.txt').getByLabel('Headline of').fill(name)
    await ana.row('article.txt').getByLabel('Outlet of').fill(name)
    await ana.makesEvent(name.trim(), 'article.txt')

    const column = ana.column(1)
    await expect(column.whole.getByRole('heading', { level: 1 })).toHaveText(name.trim())
    await expect(column.head.locator('b')).toHaveText(name.trim())
    await column.drags('The body says')
    await ana.presses('g')
    await expect(ana.inspector).toContainText(name.trim())
    await ana.presses('f', '1', 'Tab')
    await page.keyboard.insertText(name)
    await ana.presses('Enter', 'Escape')
    await ana.seesSaved()
    await ana.presses('Control+k')
    await page.getByRole('searchbox').fill(name.trim())
    await expect(page.getByRole('option').last()).toContainText(name.trim())
    await ana.presses('Escape')

    expect(await page.evaluate(() => ['hacked' in window, 'polluted' in {}, document.querySelectorAll('#root script, #root img').length])).toEqual([false, false, 0])
    expect(requests.filter((url) => !url.startsWith('app://synoptic/') || url.includes('hacked'))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), 'the window has a scroll bar').toBe(false)

    const csv = join(projectsDir, 'names.csv')
    await ana.exports('Control+e', csv)
    const { rows } = await readCsv(csv)
    expect(rows).toEqual([expect.objectContaining({ coder, outlet: name.trim(), headline: name.trim(), event: name.trim(), speaker: name.trim(), quote: 'The body says' })])

    await ana.finds('Close project', 'Control+k')
    await ana.reopens(name.trim())
    await expect(ana.status).toContainText('1 annotation here')
  })
}

test('each file of a mixed folder comes in or is refused with its reason', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'mixed')
  await mkdir(folder)
  const files: Readonly<Record<string, string | Buffer>> = {
    'plain.txt': 'Plain words\n\nIn UTF-8: “naïve”.\n',
    'little.txt': Buffer.from('\uFEFFLittle end first\n\n“naïve”\n', 'utf16le'),
    'big.txt': Buffer.from('\uFEFFBig end first\n\n“naïve”\n', 'utf16le').swap16(),
    'windows.txt': Buffer.from('From Windows\n\n\x93na\xEFve\x94 for 5 \x80\n', 'latin1'),
    'empty.txt': '',
    'blank.txt': ' \n\t\n',
    'binary.txt': Buffer.from([1, 2, 0, 0, 3, 0, 255, 0, 0]),
    'picture.txt': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    'twin.txt': 'Plain words\n\nIn UTF-8: “naïve”.\n',
    'neither.txt': Buffer.from('Written \x81 in \x8D no \x8F encoding \x90 at \x9D all', 'latin1'),
    'sheet.xlsx': 'PK',
    '<img src=x onerror=hacked=1>.txt': 'A file name that is markup\n',
    '\u202Etxt.exe': 'A file name that reads backwards\n',
    'line\nbreak.txt': 'A file name of two lines\n',
    [`${'long'.repeat(60)}.txt`]: 'A long file name\n',
    '-rf .txt': 'A file name like a switch\n',
    '.hidden.txt': 'Nobody sees this\n',
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  await symlink('/nowhere', join(folder, 'dangling.txt'))

  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  const project = join(projectsDir, 'Mixed.synoptic')
  await ana.makesProject('Mixed', project)
  const found = await ana.looksInto(folder)
  await expect(found).toContainText('8 articles are new. 1 with the same text is known already')
  await found.getByRole('row').filter({ hasText: 'twin.txt' }).getByRole('checkbox').focus()
  await expect(found).toContainText('The same text came before in this import as “Plain words”.')
  await found.getByRole('button', { name: 'Refused 8' }).click()
  const refused = await found.getByRole('row').filter({ has: ana.page.getByRole('cell') }).evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)))
  expect(refused).toEqual([
    ['binary.txt', expect.stringContaining('NUL bytes')],
    ['blank.txt', expect.stringContaining('nothing but white space')],
    ['dangling.txt', expect.stringContaining('a link to another place')],
    ['empty.txt', expect.stringContaining('empty')],
    ['neither.txt', expect.stringContaining('neither UTF-8 nor UTF-16')],
    ['picture.txt', expect.stringContaining('a picture')],
    ['sheet.xlsx', expect.stringContaining('no .xlsx file that Synoptic can read')],
    ['\u202Etxt.exe', expect.stringContaining('no .exe file that Synoptic can read')],
  ])
  await ana.takesIn()

  await expect(ana.row('windows.txt')).toContainText('Windows-1252')
  await expect(ana.row('<img src=x onerror=hacked=1>.txt')).toContainText('UTF-8')
  const { articles, texts } = await readProject(project)
  const textOf = (file: string): string | undefined => texts.get(articles.find((one) => one.source.file === file)?.id ?? '')
  expect(textOf('little.txt')).toBe('Little end first\n\n“naïve”\n')
  expect(textOf('big.txt')).toBe('Big end first\n\n“naïve”\n')
  expect(textOf('windows.txt')).toBe('From Windows\n\n“naïve” for 5 €\n')
  expect(await ana.page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('a file that vanishes during the import is named, the others come in', async ({ launch, projectsDir }) => {
  const folder = join(projectsDir, 'many')
  await mkdir(folder)
  for (let n = 100; n < 500; n += 1) await writeFile(join(folder, `${n}.txt`), `Article ${n}\n`)
  await writeFile(join(folder, 'last.txt'), 'The last article\n')
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.makesProject('Many', join(projectsDir, 'Many.synoptic'))
  await willPick(ana.at.app, folder)
  await ana.presses('Control+Shift+i')
  await expect(ana.page.getByText(/^\d+ of 401/)).toBeVisible()
  await unlink(join(folder, 'last.txt'))
  const found = await ana.seesFound()
  await expect(found.getByRole('button', { name: 'Import 400 articles' })).toBeVisible()
  await found.getByRole('button', { name: 'See why' }).click()
  await expect(found.getByRole('row', { name: 'last.txt' })).toContainText('It is no longer there')
})

test('an article of 10 MB in one line opens while the window stays alive', async ({ launch, projectsDir }) => {
  const file = join(projectsDir, 'endless.txt')
  const sentence = 'The delegations met for about four hours and published nothing at all. '
  await writeFile(file, sentence.repeat(Math.ceil(10 * 1024 * 1024 / sentence.length)))
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.makesProject('Endless', join(projectsDir, 'Endless.synoptic'))
  const gap = await longestGap(ana.page, async () => {
    await ana.importsFiles(file)
    await ana.finds('endless.txt', 'Control+t')
    await expect(ana.column(1).text).toContainText(sentence.trim())
    await ana.column(1).scrollsBy(4_000)
    await ana.column(1).enters()
    await ana.presses('ArrowDown', 'ArrowDown', 'j')
    await expect(ana.inspector).toContainText(sentence.trim())
  })
  await ana.seesSaved()
  const { annotations, texts } = await readProject(join(projectsDir, 'Endless.synoptic'))
  const [span] = annotations[0]?.spans ?? []
  expect([...texts.values()][0]?.slice(span?.start, span?.end)).toBe(span?.quote)
  // Measured: 200 ms. A machine that is busy with other tests gets the rest.
  expect(gap).toBeLessThan(1_000)
})

test('files dropped on the window are imported', async ({ launch, projectsDir }) => {
  const files = [join(projectsDir, 'one.txt'), join(projectsDir, 'two.txt'), join(projectsDir, 'three.png')]
  for (const file of files) await writeFile(file, `Dropped: ${file}\n`)
  const ana = new Researcher(await launch())
  const { page } = ana
  const session = await page.context().newCDPSession(page)
  const drag = async (...types: ('dragEnter' | 'dragOver' | 'drop')[]): Promise<void> => {
    for (const type of types) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files, dragOperationsMask: 1 } })
  }
  await ana.introducesHerself()
  await drag('dragEnter', 'dragOver')
  await expect(page.getByText('Open or make a project first')).toBeVisible()
  await drag('drop')
  await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click()
  await expect(page.getByText('Open or make a project first')).toBeHidden()

  await ana.makesProject('Dropped', join(projectsDir, 'Dropped.synoptic'))
  await drag('dragEnter', 'dragOver')
  await expect(page.getByText('Drop to import')).toBeVisible()
  await drag('drop')
  const found = await ana.seesFound()
  await expect(found).toContainText('1 file was refused.')
  await expect(found.getByRole('button', { name: 'Import 2 articles' })).toBeVisible()
  expect(page.url()).toBe('app://synoptic/')
})
