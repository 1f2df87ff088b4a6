import { join } from 'node:path'
import type { Annotation } from '../../src/domain/project/annotation'
import { expect, test, type Launched } from './fixtures'
import { readAnnotations, readEntities } from './onDisk'
import { laysOut } from './readyMade'
import { Researcher } from './researcher'

const text = [
  'The envoy of Lunde, Kestrel Yard, said the harbour would stay open.',
  'According to a letter seen by the Courier, the ministry had warned the harbour board twice. The board called the warning a misunderstanding.',
].join('\n')

const scale = [-1, 0, 1].map((value) => ({ value, label: value < 0 ? '−1' : value > 0 ? '+1' : '0' }))
const options = (...labels: string[]): object[] => labels.map((label) => ({ id: label.replaceAll(' ', '-'), label }))

/** Three choices to be made at once, one field of every kind, and a code that asks later. */
const dimensions = [
  {
    id: 'speech', name: 'Speech', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
    codes: [
      {
        id: 'claim', name: 'claim', colour: 'blue', key: 'q', ask: 'now',
        fields: [
          { id: 'form', name: 'Form', kind: 'one-of', required: true, options: options('direct', 'partial', 'reported') },
          { id: 'named', name: 'Named', kind: 'yes-no', required: true },
          { id: 'tone', name: 'Tone', kind: 'ordinal', required: true, options: scale },
        ],
      },
      {
        id: 'everything', name: 'everything', colour: 'teal', key: 'm',
        fields: [
          { id: 'chain', name: 'Chain', kind: 'many-of', required: true, hint: 'All that apply', options: options('hearsay', 'document', 'witness') },
          { id: 'which', name: 'Which document', kind: 'text', showIf: { field: 'chain', is: ['document'] } },
          { id: 'sure', name: 'Attributed', kind: 'yes-no' },
          { id: 'count', name: 'Sources', kind: 'number', min: 0, max: 9 },
          { id: 'speaker', name: 'Speaker', kind: 'entity', required: true },
          { id: 'route', name: 'Route', kind: 'entities' },
          { id: 'source', name: 'Source', kind: 'role', required: true },
          { id: 'cue', name: 'Cue', kind: 'role', required: true },
          { id: 'answers', name: 'Answers', kind: 'link' },
        ],
      },
    ],
  },
]

const yard = { id: 'yard', name: 'Kestrel Yard', kind: 'person' as const, aliases: ['the envoy'], memo: '' }

/** A project with this scheme, opened, with the keyboard in the text. */
async function atTheText(launch: (options: { args: string[] }) => Promise<Launched>, projectsDir: string): Promise<{ ana: Researcher; folder: string }> {
  const folder = join(projectsDir, 'Study.synoptic')
  await laysOut(folder, { dimensions, texts: { 'Lunde Courier': text, 'The Meridian': 'The Meridian tells it otherwise.' }, entities: [yard] })
  const ana = new Researcher(await launch({ args: [folder] }))
  await ana.page.getByLabel('Your name as a coder').fill('First coder')
  await ana.presses('Enter')
  await ana.seesProject('Study')
  await ana.column(1).enters()
  return { ana, folder }
}

async function onlyOne(folder: string): Promise<Annotation> {
  const [only, ...more] = await readAnnotations(folder)
  expect(more).toEqual([])
  if (!only) throw new Error('nothing is coded')
  return only
}

test('three choices take select, code, three values and Enter: six key presses', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheText(launch, projectsDir)
  const keys = ['ArrowDown', 'q', '2', 'n', '0', 'Enter']
  await ana.presses(...keys)
  expect(keys).toHaveLength(6)
  await expect(ana.column(1).text).toBeFocused()
  await expect(ana.status).toContainText('1 annotation here')
  await ana.seesSaved()
  expect((await onlyOne(folder)).values).toEqual({ form: 'partial', named: false, tone: 0 })

  // The text goes on where it was left.
  await ana.presses('ArrowDown', 'q', '1', 'y', '-', '1')
  await expect(ana.inspector.getByRole('radio', { name: '−1' })).toBeFocused()
  await ana.presses('Escape')
  await expect(ana.column(1).text).toBeFocused()
  await ana.seesSaved()
  expect((await readAnnotations(folder)).map(({ values }) => values)).toContainEqual({ form: 'direct', named: true, tone: -1 })
})

test('every kind of field is filled in without the mouse', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheText(launch, projectsDir)
  const field = (name: string) => ana.inspector.getByLabel(name, { exact: true })
  await ana.presses('ArrowDown', 'q', 'Escape', 'ArrowDown', 'm')
  await expect(ana.page.getByRole('toolbar', { name: 'Parts of everything' })).toBeVisible()
  // What asks later leaves the keyboard in the text.
  await expect(ana.column(1).text).toBeFocused()
  await ana.presses('1', 'Enter')
  await expect(ana.inspector.getByRole('button', { name: 'hearsay' })).toBeFocused()
  await expect(ana.inspector).toContainText('All that apply')

  await test.step('a field that another one calls for', async () => {
    await expect(field('Which document')).toBeHidden()
    await ana.presses('2', '3')
    await expect(field('Which document')).toBeVisible()
    await ana.presses('Enter')
    await expect(field('Which document')).toBeFocused()
    await ana.types('a letter')
    await ana.presses('Enter', 'n')
    await expect(field('Sources')).toBeFocused()
  })

  await test.step('a number outside its bounds is not taken', async () => {
    await ana.types('12')
    await ana.presses('Enter')
    await expect(ana.inspector.getByRole('alert')).toHaveText('Not taken: write a number from 0 to 9.')
    await expect(field('Sources')).toBeFocused()
    await ana.presses('Backspace', 'Enter')
    await expect(ana.inspector.getByRole('alert')).toBeHidden()
  })

  await test.step('one entity, found by its alias', async () => {
    await expect(field('Speaker')).toBeFocused()
    await ana.types('env')
    await expect(ana.page.getByRole('option', { name: /Kestrel Yard/ })).toHaveAttribute('aria-selected', 'true')
    await ana.presses('Enter')
    await expect(field('Speaker')).toHaveValue('Kestrel Yard')
  })

  await test.step('several in their order, known and new', async () => {
    await expect(field('Add to Route')).toBeFocused()
    await ana.types('harbour board')
    await expect(ana.page.getByRole('option', { name: 'Add “harbour board”' })).toBeVisible()
    await ana.presses('Enter')
    await ana.types('yard')
    await ana.presses('Enter')
    await expect(ana.inspector.getByRole('list', { name: 'Route' }).getByRole('listitem')).toHaveText(['1harbour board', '2Kestrel Yard'])
    await ana.presses('Shift+Tab')
    await expect(field('2. Kestrel Yard')).toBeFocused()
    await ana.presses('Alt+ArrowUp')
    await expect(field('1. Kestrel Yard')).toBeFocused()
    await ana.presses('Tab', 'Tab', 'Enter')
  })

  await test.step('words of the text', async () => {
    await expect(field('Select Cue in the text')).toBeFocused()
    await ana.presses('Enter')
    await expect(ana.column(1).text).toBeFocused()
    await expect(ana.inspector).toContainText('Select the words in the text')
    await ana.presses('ArrowRight', 'Shift+ArrowRight')
    await expect.poll(() => ana.column(1).selected()).toBe('According to')
    await ana.presses('Enter')
    await expect(field('Cue: According to. Show it in the text')).toBeVisible()
  })

  await test.step('another annotation', async () => {
    await expect(field('Answers')).toBeFocused()
    await ana.presses('ArrowDown')
    await expect(ana.page.getByRole('option')).toHaveText([/^claim/])
    await ana.presses('Enter')
    await expect(ana.column(1).text).toBeFocused()
  })

  await test.step('certainty', async () => {
    await ana.presses('f')
    await ana.inspector.getByLabel('Note').focus()
    await ana.presses('Tab', '2', 'Escape')
    await expect(ana.inspector.getByRole('radio', { name: 'medium' })).toBeChecked()
  })

  await expect(ana.status).toContainText('2 annotations here, 1 incomplete')
  await ana.seesSaved()
  const all = await readAnnotations(folder)
  const [claim, made] = [all.find((one) => one.code === 'claim'), all.find((one) => one.code === 'everything')]
  const board = (await readEntities(folder)).find((one) => one.name === 'harbour board')
  expect(made?.values).toEqual({ chain: ['document', 'witness'], which: 'a letter', sure: false, count: 1, speaker: 'yard', route: ['yard', board?.id], answers: claim?.id })
  expect(made?.spans.map(({ quote, role }) => [quote.slice(0, 12), role])).toEqual([['According to', 'source'], ['According to', 'cue']])
  expect(made?.certainty).toBe('medium')
})

test('a name the register does not know comes in with the value, and both go in one step', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheText(launch, projectsDir)
  await ana.presses('ArrowDown', 'm', '1', 'Enter')
  const speaker = ana.inspector.getByLabel('Speaker', { exact: true })
  await speaker.focus()
  await ana.types('the ministry')
  await ana.presses('Tab')
  await expect(speaker).toHaveValue('the ministry')
  await expect.poll(async () => { await ana.seesSaved(); return (await readEntities(folder)).map((one) => one.name) }).toEqual(['Kestrel Yard', 'the ministry'])
  await ana.presses('Escape', 'Control+z')
  await expect(speaker).toHaveValue('')
  await ana.seesSaved()
  expect((await readEntities(folder)).map((one) => one.name)).toEqual(['Kestrel Yard'])
  expect((await onlyOne(folder)).values).toEqual({})

  // Escape gives up what is half typed.
  await speaker.focus()
  await ana.types('the minis')
  await ana.presses('Escape')
  await expect(ana.column(1).text).toBeFocused()
  await expect(speaker).toHaveValue('')
})

test('who is named in the passage or around it is offered, and taken with one press', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheText(launch, projectsDir)
  await ana.column(1).drags('the harbour would stay open')
  await ana.presses('m', '1', 'Enter')
  const speaker = ana.inspector.getByLabel('Speaker', { exact: true })
  const offers = ana.inspector.locator('[data-field=speaker]').getByRole('group', { name: 'Named here' })
  // By alias and by name in the same sentence: offered once.
  await expect(offers.getByRole('button')).toHaveText(['Kestrel YardAlt 1'])
  await speaker.focus()
  await ana.presses('ArrowDown')
  await expect(ana.page.getByRole('option').first()).toHaveText(/^Kestrel Yard/)
  await ana.types('ir')
  await ana.presses('Alt+1')
  await expect(speaker).toHaveValue('Kestrel Yard')
  await expect(offers).toBeHidden()
  await expect(ana.inspector.getByLabel('Add to Route')).toBeFocused()
  await ana.presses('Alt+1')
  await expect(ana.inspector.getByRole('list', { name: 'Route' }).getByRole('listitem')).toHaveText(['1Kestrel Yard'])
  await ana.seesSaved()
  expect((await onlyOne(folder)).values).toEqual({ speaker: 'yard', route: ['yard'] })
})

test('a role takes further parts and gives them back', async ({ launch, projectsDir }) => {
  const { ana, folder } = await atTheText(launch, projectsDir)
  await ana.column(1).drags('the ministry had warned')
  await ana.presses('m', '1', 'Enter')
  await ana.inspector.getByLabel('Select Cue in the text').click()
  await ana.column(1).drags('said')
  await ana.inspector.getByRole('button', { name: 'Take the selection' }).click()
  await ana.inspector.getByLabel('Add a part to Cue').click()
  await ana.column(1).drags('called')
  await ana.presses('Enter')
  const quotes = async (): Promise<unknown[]> => { await ana.seesSaved(); return (await onlyOne(folder)).spans.map(({ quote, role }) => [quote, role]) }
  await expect.poll(quotes).toEqual([['said', 'cue'], ['the ministry had warned', 'source'], ['called', 'cue']])
  await ana.inspector.getByLabel('Cue: said. Show it in the text').focus()
  await ana.presses('Delete')
  await expect.poll(quotes).toEqual([['the ministry had warned', 'source'], ['called', 'cue']])
})
