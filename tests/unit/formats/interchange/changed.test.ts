import { describe, expect, test } from 'vitest'
import { brat } from '../../../../src/formats/brat/exporter'
import { bratWork } from '../../../../src/formats/brat/reader'
import { doccano } from '../../../../src/formats/doccano/exporter'
import { doccanoWork } from '../../../../src/formats/doccano/reader'
import type { Exporter } from '../../../../src/formats/export/exporter'
import { positionsOnly } from '../../../../src/formats/export/positionsOnly'
import { readZip } from '../../../../src/formats/import/zip'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import { labelStudio } from '../../../../src/formats/labelStudio/exporter'
import { labelStudioWork } from '../../../../src/formats/labelStudio/reader'
import type { ProjectContents, ProjectSource } from '../../../../src/formats/source'
import { w3c } from '../../../../src/formats/w3c/exporter'
import { w3cWork } from '../../../../src/formats/w3c/reader'
import { usualOrder } from '../../../../src/domain/exporting/usual'
import { sourceOf } from '../../../fixtures/projects'
import { annotation, article, codebook, NOW } from '../../../fixtures/records'
import { codingsOf, rawOf } from '../../../fixtures/works'

const text = '😀 Fire in\nthe mill, they say.'
const contents: ProjectContents = {
  info: { id: 'p1', name: 'A study', created: NOW, memo: '' }, coders: [{ id: 'ann', name: 'Ann', joined: NOW }], codebook, events: [], entities: [], outlets: [], rulings: [], sheets: [],
  articles: [article('a1', text)], texts: new Map([['a1', text]]),
  annotations: [
    annotation('n1', '😀 <Fire> in\nthe mill, they say.', { note: 'which?' }),
    annotation('n2', '😀 Fire <in\nthe> mill, <they> say.', { code: 'minister', values: { form: 'direct', speaker: 'they' }, certainty: 'low' }),
  ],
}
const source = sourceOf(contents)

async function filesWritten(exporter: Exporter, from: ProjectSource): Promise<Readonly<Record<string, string>>> {
  const written: Record<string, string> = {}
  for (const { ending, chunks } of exporter.files(from, { ...usualOrder, shape: 'project', format: exporter.id })) {
    const parts: Buffer[] = []
    for await (const chunk of chunks()) parts.push(Buffer.from(chunk as string))
    const bytes = Buffer.concat(parts)
    if (!ending.endsWith('.zip')) written[`work${ending}`] = bytes.toString()
    else {
      const zip = await readZip(new SourceFile('work.zip', bytes))
      for (const name of zip.names) written[name] = Buffer.from(await zip.bytes(name)).toString()
    }
  }
  return written
}

test('brat’s files', async () => {
  expect(await filesWritten(brat, source)).toMatchObject({
    '000001_2024-03-12_The_Meridian.txt': text,
    '000001_2024-03-12_The_Meridian.ann': 'T1\tFraming_fight 2 6\tFire\n#1\tCoder T1\tAnn\n#2\tAnnotatorNotes T1\twhich?\nT2\tSourcing_government_minister 7 9;10 13;20 24\tin the they\nA1\tForm T2 direct_quotation\n#3\tCoder T2\tAnn\n',
    'annotation.conf': expect.stringContaining('[entities]\nFraming_fight\nFraming_generic\n\tFraming_generic_conflict\nSourcing_government\n\tSourcing_government_minister\n') as string,
    'visual.conf': expect.stringContaining('Sourcing_government_minister | Sourcing > government > minister | minister\n') as string,
  })
})

test('doccano’s lines and list of labels', async () => {
  const files = await filesWritten(doccano, source)
  expect(JSON.parse(files['work.jsonl'] ?? '')).toMatchObject({ id: 1, text, label: [[3, 7, 'Framing > fight'], [8, 14, 'Sourcing > government > minister'], [21, 25, 'Sourcing > government > minister']] })
  expect(JSON.parse(files['work.labels.json'] ?? '')).toContainEqual({ text: 'Framing > fight', suffix_key: null, background_color: '#8f6200', text_color: '#ffffff' })
})

test('Label Studio’s tasks and configuration', async () => {
  const files = await filesWritten(labelStudio, source)
  expect(JSON.parse(files['work.json'] ?? '')).toMatchObject([{ id: 1, data: { text, coders: ['Ann'] }, annotations: [{ result: [
    { id: 'n1_1', from_name: 'dimension1', type: 'labels', value: { start: 2, end: 6, text: 'Fire', labels: ['Framing > fight'] }, meta: { text: ['which?'] } },
    { id: 'n2_1', from_name: 'dimension2', type: 'labels', value: { start: 7, end: 13, text: 'in\nthe' } }, { id: 'n2_1', from_name: 'field1', type: 'choices', value: { choices: ['direct quotation'] } }, { id: 'n2_1', from_name: 'field2', type: 'textarea', value: { text: ['they'] } },
    { id: 'n2_2', value: { start: 20, end: 24 } }, { id: 'n2_2' }, { id: 'n2_2' },
  ] }] }])
  expect(files['work.config.xml']).toContain('<Labels name="dimension1" toName="text" choice="multiple"><Label value="Framing &gt; fight" background="#8f6200"/>')
})

const whole = ['Framing > fight: Fire (by ann) “which?”', 'Sourcing > government > minister: in\nthe […] they (by ann) {Form: direct, Speaker: they}']

describe.each([[w3c, w3cWork], [brat, bratWork], [doccano, doccanoWork], [labelStudio, labelStudioWork]] as const)('$id', (exporter, reader) => {
  test('without texts it has positions in the unit of the format, and no word of an article', async () => {
    const files = await filesWritten(exporter, positionsOnly(source))
    expect(Object.values(files).join('\n')).not.toMatch(/Fire|mill|say/)
    const raw = await rawOf(reader, files)
    expect(raw.documents).toMatchObject([{ key: 'a1', text: null, hash: contents.articles[0]?.hash }])
    expect(codingsOf({ ...raw, documents: raw.documents.map((one) => ({ ...one, text })) })).toEqual(whole)
  })
})

test('what was relabelled, moved, deleted or added elsewhere counts as it is now', async () => {
  const files = await filesWritten(doccano, source)
  const line = JSON.parse(files['work.jsonl'] ?? '') as { label: unknown }
  const changed = { ...line, label: [[3, 7, 'Framing > generic'], [21, 25, 'Sourcing > government > minister'], [15, 19, 'Place']] }
  expect(codingsOf(await rawOf(doccanoWork, { 'work.jsonl': JSON.stringify(changed) }))).toEqual(['Sourcing > government > minister: they (by ann) {Form: direct, Speaker: they}', 'Framing > generic: Fire', 'Labels > Place: mill'])
})

test('what is coded anew in Label Studio or brat has the fields that were filled in there', async () => {
  const tasks = await filesWritten(labelStudio, source), anns = await filesWritten(brat, source)
  const place = { start: 14, end: 18, text: 'mill' }, region = { id: 'x', to_name: 'text', from_name: 'dimension2' }
  const results = [{ ...region, type: 'labels', value: { ...place, labels: ['Sourcing > government > minister'] } }, { ...region, from_name: 'field1', type: 'choices', value: { ...place, choices: ['partial quotation'] } }, { ...region, from_name: 'field3', type: 'textarea', value: { ...place, text: ['say'] } }]
  const [task] = JSON.parse(tasks['work.json'] ?? '') as { annotations: unknown[] }[]
  expect(codingsOf(await rawOf(labelStudioWork, { 'work.json': [{ ...task, annotations: [...task?.annotations ?? [], { completed_by: 3, result: results }] }] })).at(-1)).toBe('Sourcing > government > minister: mill (by 3) {Form: partial, cue: say}')
  const name = '000001_2024-03-12_The_Meridian.ann', line = 'T9\tSourcing_government_minister 14 18\tmill\nA9\tForm T9 partial_quotation\n'
  expect(codingsOf(await rawOf(bratWork, { ...anns, [name]: `${anns[name] ?? ''}${line}` })).at(-1)).toBe('Sourcing > government > minister: mill {Form: partial}')
})

test('where what was kept is gone, labels and positions are still there', async () => {
  const files = await filesWritten(brat, source)
  const { 'synoptic.json': _, ...rest } = files
  expect(codingsOf(await rawOf(bratWork, rest))).toEqual(['Labels > Framing_fight: Fire (by Ann) “which?”', 'Labels > Sourcing_government_minister: in […] the […] they (by Ann) {Form: direct_quotation}'])
})

test('Label Studio: of two coders who marked the same words, each keeps their own, with what was noted there', async () => {
  const both = sourceOf({
    ...contents, coders: [...contents.coders, { id: 'bob', name: 'Bob', joined: NOW }],
    annotations: [annotation('n1', '😀 <Fire> in\nthe mill, they say.'), annotation('n9', '😀 <Fire> in\nthe mill, they say.', { coder: 'bob' })],
  })
  const files = await filesWritten(labelStudio, both)
  interface Task { annotations: { result: { id: string; meta?: { text: string[] } }[] }[] }
  const tasks = JSON.parse(files['work.json'] ?? '') as Task[]
  for (const { annotations } of tasks) {
    for (const coding of annotations) {
      coding.result = coding.result.filter(({ id }) => !id.startsWith('n1_'))
      for (const region of coding.result) region.meta = { text: ['look again'] }
    }
  }
  const raw = await rawOf(labelStudioWork, { ...files, 'work.json': JSON.stringify(tasks) })
  expect(raw.codings.map(({ key, coder, note }) => [key, coder, note])).toEqual([['n9', 'bob', 'look again']])
})
