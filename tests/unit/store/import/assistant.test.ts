import { expect, test } from 'vitest'
import type { ColumnMapping } from '../../../../src/domain/import/mapping'
import type { Answer, Args, Bridge, FoundEntry, ImportFindings, TableOffer } from '../../../../src/preload/contract'
import { ImportAssistant } from '../../../../src/renderer/store/import/assistant'
import { main } from '../main'
import { found } from './found'

const byText = (text: string): ColumnMapping => ({ roles: { text }, variables: [], dates: null })
const table = (mapping: ColumnMapping): TableOffer => ({ key: 't', file: 'articles.csv', rows: 1, sample: { columns: ['a', 'b', 'c'], rows: [], guess: mapping }, mapping, remembered: false })
const findings = (entries: readonly FoundEntry[], tables: readonly TableOffer[] = []): ImportFindings => ({ found: JSON.stringify(entries), tables, refused: [], cancelled: false, stopped: null })

const entries = [found('one.txt', { outlet: 'A' }), found('two.txt', {}, { problems: [{ kind: 'date-in-text', date: '2024-03-12', quote: '12 March' }] })]
const assistantOf = (bridge: Bridge, found_: ImportFindings): ImportAssistant =>
  new ImportAssistant({ bridge, project: 'p1', offer: { id: 'o1', files: 2, label: 'folder', holds: 'articles' }, nameOutlet: (name) => (name === 'Mer.' ? 'The Meridian' : name) }, found_)

const read = (mapping: ColumnMapping): Answer<ImportFindings> => ({ ok: true, value: findings([found('t', { headline: `by ${mapping.roles.text}` }, {}, 1)], [table(mapping)]) })
const mappingOf = (args: unknown): ColumnMapping => (args as Args<'import.remap'>).mapping

test('outlets that are typed get the name they have in the project, and dates from texts are taken where there are none', () => {
  const assistant = assistantOf(main(() => null).bridge, findings(entries))
  expect(assistant.touched).toBe(false)
  assistant.correct(['two.txt 0'], { outlet: 'Mer.' })
  assistant.takeDates(['one.txt 0', 'two.txt 0'])
  expect(assistant.chosen().map(({ outlet, date }) => [outlet, date])).toEqual([['A', ''], ['The Meridian', '2024-03-12']])
  assistant.undo()
  assistant.undo()
  expect(assistant.chosen()).toEqual(entries.map(({ article }) => article))
  expect(assistant.touched).toBe(false)
})

test('a table is read anew once for what was asked last', async () => {
  const { asked, bridge } = main((_, args) => read(mappingOf(args)))
  const assistant = assistantOf(bridge, findings([], [table(byText('a'))]))
  const done = assistant.remap('t', byText('b'))
  expect(await assistant.remap('t', byText('a'))).toBeNull()
  expect(await assistant.remap('t', byText('c'))).toBeNull()
  expect(assistant.rereading.get()).toEqual({ file: 't', progress: null })
  await asked[0]?.answer()
  expect(assistant.state.get().entries).toEqual([])
  await asked[1]?.answer()
  expect(await done).toBeNull()
  expect(asked.map(({ args }) => mappingOf(args).roles.text)).toEqual(['b', 'c'])
  expect(assistant.chosen().map(({ headline }) => headline)).toEqual(['by c'])
  expect([assistant.state.get().tables[0]?.mapping, assistant.rereading.get()]).toEqual([byText('c'), null])
})

test('a table that can’t be read anew stays as it was', async () => {
  const { asked, bridge } = main(() => ({ ok: false, code: 'refused', message: 'Not now.', damaged: [] }))
  const assistant = assistantOf(bridge, findings([found('t', {}, {}, 1)], [table(byText('a'))]))
  const before = assistant.state.get()
  const done = assistant.remap('t', byText('b'))
  expect(assistant.state.get().tables[0]?.mapping).toEqual(byText('b'))
  await asked[0]?.answer()
  expect(await done).toBe('Not now.')
  expect(assistant.state.get()).toEqual(before)
})

test('what is kept is what is ticked; the rest is gone, and it is not kept twice', async () => {
  const { asked, bridge } = main(() => ({ ok: true, value: null }))
  const assistant = assistantOf(bridge, findings(entries))
  assistant.tick(['one.txt 0'], false)
  const kept = assistant.keep()
  await asked[0]?.answer()
  expect(await kept).toBeNull()
  expect(asked[0]?.args).toEqual({ project: 'p1', offer: 'o1', articles: ['two.txt-0'] })
  expect(assistant.state.get().entries).toEqual(entries.slice(1))
  expect(await assistant.keep()).toBeNull()
  expect(asked).toHaveLength(1)
})

test('a text is fetched once, and again when it could not be', async () => {
  let times = 0
  const { asked, bridge } = main(() => ((times += 1) === 1 ? { ok: false, code: 'not-found', message: 'Gone.', damaged: [] } : { ok: true, value: { text: 'Text.', intact: true } }))
  const assistant = assistantOf(bridge, findings(entries))
  const failed = assistant.text('one.txt-0')
  const told = failed.catch((error: unknown) => (error instanceof Error ? error.message : ''))
  await asked[0]?.answer()
  expect(await told).toBe('Gone.')
  const [a, b] = [assistant.text('one.txt-0'), assistant.text('one.txt-0')]
  await asked[1]?.answer()
  expect([await a, await b, asked.length]).toEqual(['Text.', 'Text.', 2])
})
