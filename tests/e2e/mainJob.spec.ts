import { inOrder } from '../../src/domain/project/order'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changesHerMind, codesByKeyboard, codesByMouse, codesByPalette, collects } from './codingSteps'
import { readCsv, readCsvInPython } from './exported'
import { expect, test } from './fixtures'
import { findsLayout, layoutOf, type Layout } from './layout'
import { isThere, materials, type Material } from './materials'
import { menuOffers } from './menu'
import { readProject, rememberedView, type OnDisk } from './onDisk'
import { Researcher } from './researcher'

for (const material of materials) {
  test(`a researcher codes ${material.name} from import to export`, async ({ launch, kill, dataDir, projectsDir }) => {
    test.skip(!isThere(material), `${material.folder} is not on this machine`)
    test.setTimeout(90_000)
    const folder = join(projectsDir, 'Study.synoptic')
    const launched = await launch()
    const ana = new Researcher(launched)
    await ana.introducesHerself()
    await ana.makesProject('Study', folder)

    await test.step('collects: import, outlets, dates, an event', () => collects(ana, material, projectsDir))
    await test.step('codes the first column with the mouse', () => codesByMouse(ana, material))
    await test.step('codes the second with mouse and palette', () => codesByPalette(ana, material))
    await test.step('codes the third with the keyboard alone', () => codesByKeyboard(ana))
    await test.step('changes her mind', () => changesHerMind(ana, material))

    const coded = await test.step('takes everything back and does it again', () => undoesAndRedoes(ana, folder))
    expect(coded.annotations).toHaveLength(11)
    expect(new Set(coded.annotations.map((one) => one.subject)).size).toBe(3)

    const layout = await test.step('arranges the desk', () => arranges(ana, material, dataDir, coded))
    await kill(launched.app)

    const again = new Researcher(await launch())
    await test.step('finds everything again after the computer went down', async () => {
      await again.reopens('Study')
      await again.seesSaved()
      await findsLayout(again, layout)
      expect(await readProject(folder)).toEqual(coded)
      await expect(again.status).toContainText('11 annotations here')
      await expect.poll(() => again.column(4).labels()).toContain('government')
    })
    await test.step('exports', () => exports(again, coded, projectsDir))
  })
}

test('a newcomer finds the sample project coded and exports it', async ({ launch, projectsDir }) => {
  const ana = new Researcher(await launch())
  await ana.introducesHerself()
  await ana.opensSample()
  await expect(ana.columns).toHaveCount(3)
  await expect(ana.status).toContainText('9 annotations here')
  await ana.finds('Capital Ledger', 'o')
  await expect(ana.status).toContainText('17 annotations here, 1 incomplete')

  await ana.column(4).clicks('Pariah leaders')
  await expect(ana.inspector).toContainText('Made by Example coder: to be read, not changed.')
  await expect(ana.inspector.getByLabel('Target')).toHaveValue('the president and the chairman')
  await expect(ana.inspector.getByLabel('Target')).toBeDisabled()

  await ana.column(4).drags('Velmari television')
  await ana.presses('m')
  await expect(ana.inspector).toContainText('other media')
  await ana.seesSaved()
  const csv = join(projectsDir, 'sample.csv')
  await ana.exports('Control+e', csv)
  const { rows } = await readCsv(csv)
  expect(rows.map((row) => row['coder'] ?? '').sort((a, b) => a.localeCompare(b))).toEqual([...new Array<string>(17).fill('Example coder'), 'First coder'])
  expect(rows.find((row) => row['coder'] === 'First coder')).toMatchObject({ outlet: 'Capital Ledger', event: 'Summit at Kestrel', code: 'Sourcing > other media', quote: 'Velmari television' })
})

/** More often than there is anything to take back. */
const ALL_THE_WAY = 60

async function undoesAndRedoes(ana: Researcher, folder: string): Promise<OnDisk> {
  await ana.seesSaved()
  const before = await readProject(folder)
  await ana.column(1).enters()
  await ana.presses(...new Array<string>(ALL_THE_WAY).fill('Control+z'))
  await expect.poll(() => menuOffers(ana.at.app, /^Undo/)).toBe(false)
  await ana.seesSaved()
  expect(await readProject(folder)).toEqual({ articles: [], events: [], annotations: [], texts: new Map() })

  await ana.presses(...new Array<string>(ALL_THE_WAY).fill('Control+Shift+z'))
  await expect.poll(() => menuOffers(ana.at.app, /^Redo/)).toBe(false)
  await ana.seesSaved()
  expect(await readProject(folder)).toEqual(before)
  return before
}

/** The fourth column goes to the left, another becomes wider, and one is read on. */
async function arranges(ana: Researcher, { event, files }: Material, dataDir: string, { articles }: OnDisk): Promise<Layout> {
  const remembered = async () => (await rememberedView(dataDir))?.columns ?? []
  // With their articles undone the columns went too.
  await ana.opensEvent(event)
  await ana.finds(files[3]?.[1] ?? '', 'Control+t')
  await ana.column(4).enters()
  await ana.presses('Control+Shift+PageUp')
  await ana.page.getByRole('separator').nth(1).focus()
  await ana.presses('ArrowRight', 'ArrowRight')
  const { names } = await layoutOf(ana)
  const headlines = new Map(articles.map(({ id, headline, source }) => [id, headline || source.file]))
  await expect.poll(async () => (await remembered()).map(({ article }) => headlines.get(article))).toEqual(names)

  const top = (await remembered())[1]?.top
  await ana.column(2).scrollsBy(-100_000)
  await ana.column(2).scrollsBy(400)
  await expect.poll(async () => (await remembered())[1]?.top).not.toBe(top)
  return layoutOf(ana)
}

const ISSUE_COLUMNS = ['article_id', 'outlet', 'date', 'headline', 'event', 'coder', 'dimension', 'code', 'start', 'end', 'quote', 'note', 'created', 'modified', 'form', 'identification', 'speaker', 'polarity', 'target']

async function exports(ana: Researcher, { annotations, texts, articles }: OnDisk, projectsDir: string): Promise<void> {
  const csv = join(projectsDir, 'study.csv')
  await ana.exports('Control+e', csv)
  const { columns, rows } = await readCsv(csv)
  expect(columns).toEqual(expect.arrayContaining(ISSUE_COLUMNS))
  expect(rows).toHaveLength(annotations.length)
  for (const row of rows) expect(texts.get(row['article_id'] ?? '')?.slice(Number(row['start']), Number(row['end']))).toBe(row['quote'])
  const spoken = rows.find((row) => row['speaker'] !== '')
  expect(spoken).toMatchObject({ coder: 'First coder', code: 'Sourcing > government', form: 'partial quotation', identification: 'named', speaker: 'the chairman', note: 'Said through an interpreter.' })
  expect(rows.find((row) => row['polarity'] !== '')).toMatchObject({ dimension: 'Sentiment', polarity: '-1', target: 'both leaders' })
  const python = readCsvInPython(csv)
  if (python) expect(python).toEqual(rows)

  const json = join(projectsDir, 'study.json')
  await ana.exports('Control+Shift+e', json)
  const written = JSON.parse(await readFile(json, 'utf8')) as { annotations: typeof annotations; articles: unknown[] }
  expect([...written.annotations].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(annotations)
  expect(written.articles).toEqual(inOrder(articles).map((article) => ({ ...article, text: texts.get(article.id) })))
}
