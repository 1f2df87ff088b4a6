import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { Mask } from '../../../src/domain/masking/mask'
import { csv } from '../../../src/formats/export/csv'
import { maskedSource } from '../../../src/formats/export/maskedSource'
import type { ProjectContents } from '../../../src/formats/source'
import { exported, sourceOf } from '../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../fixtures/records'

const marked = 'By The Desk\nThe minister told <The Courier> of a <just fight>.'
const text = marked.replace(/[<>]/g, '')
const contents: ProjectContents = {
  info: { id: 'p1', name: 'Example', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], sheets: [], rulings: [], texts: new Map([['a1', text]]),
  articles: [article('a1', text, { outlet: 'The Courier', headline: 'War | The Courier', event: null, variables: { owner: 'a firm' } })],
  outlets: [{ id: 'o1', name: 'The Courier', aliases: [], variables: { country: 'Lunde' } }],
  annotations: [annotation('n1', marked, { blind: true })],
}

it('an export made while outlets are masked says nothing of them, and its places count in the text as it is', async () => {
  const mask = new Mask({ on: true, seed: 'a seed', outlets: ['The Courier'] }, 'ann', [], contents.outlets)
  const { content } = await exported(csv, maskedSource(sourceOf(contents), mask))
  expect(content).not.toMatch(/Courier|Lunde|a firm/)
  const rows = Papa.parse<Record<string, string>>(content, { header: true, skipEmptyLines: true }).data
  expect(rows.map(({ outlet, headline, quote, blind }) => [outlet, headline, quote, blind])).toEqual([
    ['Outlet A', 'War | ▒▒▒ ▒▒▒▒▒▒▒', '▒▒▒ ▒▒▒▒▒▒▒', '1'], ['Outlet A', 'War | ▒▒▒ ▒▒▒▒▒▒▒', 'just fight', '1'],
  ])
  expect(rows.map(({ start, end }) => text.slice(Number(start), Number(end)))).toEqual(['The Courier', 'just fight'])
  const { text: read } = maskedSource(sourceOf(contents), mask)
  expect(await read?.('a1')).toBe('▒▒ ▒▒▒ ▒▒▒▒\nThe minister told ▒▒▒ ▒▒▒▒▒▒▒ of a just fight.')
})

it('a codebook that is exported meanwhile names no outlet in its examples', () => {
  const [dimension] = codebook.dimensions
  const [code] = dimension?.codes ?? []
  if (!dimension || !code) throw new Error('The codebook is empty.')
  const example = { quote: 'The Courier says so.', from: 'The Courier, 2024-05-03' }
  const own = { ...code, examples: [example], codes: [{ ...code, id: 'within', examples: [example], codes: [] }] }
  const mask = new Mask({ on: true, seed: 'a seed', outlets: ['The Courier'] }, 'ann', [], contents.outlets)
  const { codebook: shown } = maskedSource(sourceOf({ ...contents, codebook: { ...codebook, dimensions: [{ ...dimension, codes: [own] }] } }), mask)
  expect(JSON.stringify(shown)).not.toContain('Courier')
})

it('says of each annotation whether it was blind, also when outlets are to be seen', async () => {
  const { content } = await exported(csv, sourceOf({ ...contents, annotations: [annotation('n1', marked, { blind: true }), annotation('n2', marked)] }))
  const rows = Papa.parse<Record<string, string>>(content, { header: true, skipEmptyLines: true }).data
  expect(rows.map(({ annotation_id: id, outlet, blind }) => `${id} ${outlet} ${blind}`)).toEqual(['n1 The Courier 1', 'n1 The Courier 1', 'n2 The Courier 0', 'n2 The Courier 0'].sort())
})
