import { expect, test } from './fixtures'
import { findsLayout, layoutOf } from './layout'
import { Researcher } from './researcher'

const LEDGER = 'Capital Ledger', COURIER = 'Lunde Courier', AGENCY = 'Northern Press Agency', MERIDIAN = 'The Meridian', VELMAR = 'Velmar Today'

test.describe('in a wide window', () => {
  let ana: Researcher
  test.beforeEach(async ({ launch }) => {
    ana = new Researcher(await launch())
    await ana.introducesHerself()
    await ana.opensSample()
    await expect(ana.columns).toHaveCount(3)
  })

  const seesColumns = async (...outlets: string[]): Promise<void> => {
    await expect.poll(() => ana.columns.evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')))).toEqual(outlets)
  }

  test('a researcher opens, closes and reorders columns', async () => {
    await seesColumns(AGENCY, MERIDIAN, VELMAR)
    await ana.finds(COURIER, 'o')
    await seesColumns(AGENCY, MERIDIAN, VELMAR, COURIER)
    await expect(ana.column(4).whole).toContainText('From the harbour wall')

    // With four open, another one takes the place of the one she is in.
    await ana.column(2).enters()
    await ana.finds(LEDGER, 'Control+t')
    await seesColumns(AGENCY, LEDGER, VELMAR, COURIER)

    await ana.presses('Control+Shift+PageUp')
    await seesColumns(LEDGER, AGENCY, VELMAR, COURIER)
    await ana.presses('Control+Shift+PageDown', 'Control+Shift+PageDown')
    await seesColumns(AGENCY, VELMAR, LEDGER, COURIER)
    await ana.column(4).head.dragTo(ana.column(1).head)
    await seesColumns(COURIER, AGENCY, VELMAR, LEDGER)

    await ana.column(3).whole.getByRole('button', { name: `Close ${VELMAR}` }).click()
    await seesColumns(COURIER, AGENCY, LEDGER)
    await ana.column(1).enters()
    await ana.presses('Control+w')
    await seesColumns(AGENCY, LEDGER)
    await ana.presses('Control+w', 'Control+w')
    await expect(ana.page.getByRole('heading', { name: 'No article is open' })).toBeVisible()
    await ana.opensEvent('Standstill at the Kestrel yard')
    await seesColumns(MERIDIAN, VELMAR)
  })

  test('columns are as wide as she draws them and each scrolls by itself', async () => {
    const before = await layoutOf(ana)
    const line = ana.page.getByRole('separator').nth(1)
    await line.focus()
    await ana.presses('ArrowRight')
    await expect.poll(async () => (await layoutOf(ana)).widths[0]).toBeGreaterThan((before.widths[0] ?? 0) + 20)

    const wider = await layoutOf(ana)
    const box = await line.boundingBox()
    if (!box) throw new Error('There is no line between the columns.')
    await ana.page.mouse.move(box.x, box.y + 300)
    await ana.page.mouse.down()
    await ana.page.mouse.move(box.x - 90, box.y + 300, { steps: 5 })
    await ana.page.mouse.up()
    await expect.poll(async () => Math.round((await layoutOf(ana)).widths[0] ?? 0)).toBe(Math.round((wider.widths[0] ?? 0) - 90))
    expect((await layoutOf(ana)).widths[2]).toBeCloseTo(before.widths[2] ?? 0, 0)

    await ana.column(1).scrollsBy(300)
    await ana.column(3).scrollsBy(120)
    expect((await layoutOf(ana)).scrolled).toEqual([300, 0, 120])
  })
})

test('the desk is as she left it, also after another project', async ({ launch, projectsDir }) => {
  const launched = await launch()
  const ana = new Researcher(launched)
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.finds(LEDGER, 'o')
  await expect(ana.columns).toHaveCount(4)
  await ana.column(2).scrollsBy(250)
  await ana.column(3).enters()
  await ana.presses('Control+Shift+PageUp')
  const layout = await layoutOf(ana)
  await ana.makesProject('Another', `${projectsDir}/Another.synoptic`)
  await ana.presses('Control+k')
  await ana.finds('Close project')
  await ana.reopens('Sample: the summit at Kestrel')
  await findsLayout(ana, layout)
  // Closing the window remembers the desk.
  await launched.app.close()

  const again = new Researcher(await launch())
  await again.reopens('Sample: the summit at Kestrel')
  await findsLayout(again, layout)
  await expect(again.column(2).whole).toHaveAttribute('aria-label', VELMAR)
})

test('in a small window the corpus is a rail and the fields a drawer', async ({ launch }) => {
  const ana = new Researcher(await launch({ size: { width: 1024, height: 700 } }))
  const { page } = ana
  await ana.introducesHerself()
  await ana.opensSample()
  await expect(ana.columns).toHaveCount(2)
  const rail = page.getByRole('complementary', { name: 'Corpus, folded' })
  const fields = page.getByRole('complementary', { name: 'Codes and fields' })
  await expect(rail).toBeVisible()
  await expect(fields).toBeVisible()
  await rail.getByRole('button', { name: `${COURIER}:` }).click()
  await rail.getByRole('button', { name: `${LEDGER}:` }).click()
  await expect(ana.columns).toHaveCount(4)
  // The texts move until the last column stands.
  await expect(ana.column(4).text).toBeVisible()

  // Four columns need the room: codes and fields come over the last one when they are asked for.
  await expect(fields).toBeHidden()
  await ana.column(1).clicks('holy struggle')
  await expect(ana.column(1).text.locator('.reader-label.picked')).toBeVisible()
  await ana.presses('f')
  await expect(fields).toBeVisible()
  await expect(ana.inspector).toContainText('holy struggle')
  await ana.presses('Control+j')
  await expect(fields).toBeHidden()

  // The corpus too lies over the columns until something in it was chosen.
  await rail.getByRole('button', { name: 'Show the corpus' }).click()
  const corpus = page.getByRole('complementary', { name: 'Corpus', exact: true })
  await corpus.getByLabel('Filter the corpus').fill('standstill')
  await corpus.getByTitle('Open the articles of “Standstill at the Kestrel yard” side by side').click()
  await expect(corpus).toBeHidden()
  await expect(ana.columns).toHaveCount(2)

  const overflowing = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth || document.documentElement.scrollHeight > window.innerHeight)
  expect(overflowing, 'the window has scroll bars').toBe(false)
})
