import { expect, test } from 'vitest'
import { basilWork } from '../../../../src/formats/basil/reader'
import { bratWork } from '../../../../src/formats/brat/reader'
import { doccanoWork } from '../../../../src/formats/doccano/reader'
import { labelStudioWork } from '../../../../src/formats/labelStudio/reader'
import { newsMtscWork } from '../../../../src/formats/newsMtsc/reader'
import { w3cWork } from '../../../../src/formats/w3c/reader'
import { webannoWork } from '../../../../src/formats/webanno/reader'
import { workReaders } from '../../../../src/formats/work/readers'
import { codingsOf, filesOf, lossesOf, rawOf } from '../../../fixtures/works'

const lines = (...all: readonly unknown[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('')

test('brat: fragments, attributes, notes and events, in code points of a text with CRLF', async () => {
  const raw = await rawOf(bratWork, {
    'news/a.txt': '😀 Fire!\r\nThe mill burns, they said.',
    'news/a.ann': 'T1\tWar 2 6\tFire\nT2\tPlace 13 17;18 23\tmill burns\nT3\tSaying 30 34\tsaid\nE1\tSaying:T3 What:T1\nA1\tMood E1 grim\nA2\tSure T2\n#1\tAnnotatorNotes T2\twhich one?\nR1\tNear Arg1:T1 Arg2:T2\nN1\tReference T2 Wiki:7\tMill\n*\tEquiv T1 T2\n',
    'news/b.ann': '',
  })
  expect(codingsOf(raw)).toEqual(['Labels > War: Fire', 'Labels > Place: mill […] burns “which one?” {Sure: yes}', 'Labels > Saying: said {Mood: grim}'])
  expect(raw.documents.map(({ key, text }) => [key, text === null])).toEqual([['news/a', false], ['news/b', true]])
  expect(lossesOf(raw)).toEqual(['2 relations between codings', '1 arguments of events', '1 references to databases'])
})

test('brat: what is called the same is the same field in every folder, whichever comes first', async () => {
  const fieldsOf = async (attributes: string): Promise<ReadonlyMap<string, string>> => {
    const raw = await rawOf(bratWork, { 'a.txt': 'Fire', 'a.ann': `T1\tWar 0 4\tFire\n${attributes}` })
    return new Map(raw.dimensions.flatMap(({ fields }) => fields.map(({ name, id }) => [name, id])))
  }
  const [one, other] = [await fieldsOf('A1\tNegation T1\nA2\tSure T1\n'), await fieldsOf('A1\tSure T1\nA2\tGuess T1\n')]
  expect(other.get('Sure')).toBe(one.get('Sure'))
  expect(new Set([...one.values(), ...other.values()]).size).toBe(3)
})

test('brat: garbled lines are counted, and a folder without annotations is none', async () => {
  const raw = await rawOf(bratWork, { 'a.ann': 'T1\tWar 0 1\tF\nT2\tWar 5 2\tx\nT3\tWar zero one\tx\nhello\n', 'a.txt': 'Fire' })
  expect(lossesOf(raw)).toEqual(['3 lines that are garbled, or of a kind that brat does not have'])
  expect(() => bratWork.read(filesOf({ 'annotation.conf': '[entities]', 'a.txt': 'x' }))).toThrow('no annotation files')
})

test('doccano: labels of each version, of stretches and of whole texts', async () => {
  const raw = await rawOf(doccanoWork, { 'all.jsonl': lines(
    { id: 7, text: '😀 fire', label: [[3, 7, 'War']], Comments: ['why?'], outlet: 'The Meridian' },
    { id: 8, data: 'fire', labels: [[0, 4, 'Framing > War']] },
    { text: 'fire', entities: [{ id: 3, label: 'War', start_offset: 0, end_offset: 4 }], relations: [{ id: 1, from_id: 3, to_id: 3, type: 'same' }], cats: ['news'] },
    { text: 'fire', annotations: [{ label: 12, start_offset: 0, end_offset: 2, user: 5 }] },
    { text: 'fire', label: ['sad', 'brief'] }, { text: 'fire', label: [[3, 3, 'War'], [-1, 2, 'War'], ['0', 2, 'War']] }, { label: [[0, 1, 'War']] },
  ) })
  expect(codingsOf(raw)).toEqual(['Labels > War: fire', 'Framing > War: fire', 'Labels > War: fire', 'Labels of whole texts > news: whole', 'Labels > 12: fi (by 5)', 'Labels of whole texts > sad: whole', 'Labels of whole texts > brief: whole'])
  expect(raw.documents[0]).toMatchObject({ name: '7', memo: 'why?', variables: { outlet: 'The Meridian' } })
  expect(lossesOf(raw)).toEqual(['1 relations between codings', '3 codings whose positions are no stretch of text', '1 entries without a text'])
})

const region = (id: string, start: number, end: number, value: object, more: object = {}): object => ({ id, from_name: 'label', to_name: 'text', type: 'labels', value: { start, end, ...value }, ...more })

test('Label Studio: what each coder labelled, with what was entered for it', async () => {
  const raw = await rawOf(labelStudioWork, { 'export.json': [
    { id: 1, data: { text: '😀 fire and smoke', outlet: 'The Meridian' }, predictions: [{ result: [] }], annotations: [
      { completed_by: { id: 4, email: 'a@example.org', first_name: 'A', last_name: 'B' }, created_at: '2024-05-01T10:00:00.5+02:00', result: [
        region('r1', 2, 6, { text: 'fire', labels: ['War', 'Harm'] }, { meta: { text: ['really?'] } }),
        { ...region('r1', 2, 6, { choices: ['grim', 'loud'] }), from_name: 'mood', type: 'choices' }, { ...region('r1', 2, 6, { text: ['so it was'] }), from_name: 'why', type: 'textarea' },
        { id: 'c1', from_name: 'topic', to_name: 'text', type: 'choices', value: { choices: ['disaster'] } }, { from_id: 'r1', to_id: 'r1', type: 'relation', direction: 'right' },
      ] },
      { completed_by: 9, was_cancelled: true, result: [] },
    ] },
    { id: 2, data: { body: 'a longer text', url: 'https://news.example/a/long/address' }, completions: [{ completed_by: 9, result: [region('r2', 2, 8, { text: 'longer', hypertextlabels: ['War'] }, { type: 'hypertextlabels' })] }] },
  ] })
  expect(codingsOf(raw)).toEqual(['Labels > War: fire (by 4) “really?” {mood: grim; loud, why: so it was}', 'Labels > Harm: fire (by 4) “really?” {mood: grim; loud, why: so it was}', 'Labels of whole texts > disaster: whole (by 4)', 'Labels > War: longer (by 9)'])
  expect(raw.coders).toEqual([{ key: '4', name: 'A B' }, { key: '9', name: 'Coder 9' }])
  expect(raw.codings[0]?.created).toBe('2024-05-01T08:00:00.500Z')
  expect(lossesOf(raw)).toEqual(['1 proposals of models', '1 relations between codings', '1 tasks that a coder skipped'])
})

test('Label Studio: the short form', async () => {
  const raw = await rawOf(labelStudioWork, { 'min.json': [{ id: 3, text: 'fire and smoke', label: [{ start: 0, end: 4, text: 'fire', labels: ['War'] }], annotator: 2, annotation_id: 5, created_at: '2024-05-01T10:00:00Z' }] })
  expect(codingsOf(raw)).toEqual(['Labels > War: fire (by 2)'])
})

test('web annotations: in a collection, with bodies of several purposes', async () => {
  const target = (start: number, end: number, exact: string): object => ({ source: 'https://news.example/1', selector: [{ type: 'TextQuoteSelector', exact }, { type: 'TextPositionSelector', start, end }] })
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', creator: { id: 'urn:x', name: 'An Coder' } }
  const raw = await rawOf(w3cWork, { 'a.json': { type: 'AnnotationCollection', label: 'Fires', first: { type: 'AnnotationPage', items: [
    { ...annotation, id: 'urn:1', body: [{ type: 'TextualBody', purpose: 'tagging', value: 'War' }, { type: 'TextualBody', purpose: 'commenting', value: 'why?' }, { purpose: 'classifying', source: 'urn:harm' }], target: target(0, 4, 'fire') },
    { ...annotation, id: 'urn:2', motivation: 'highlighting', target: { source: 'https://news.example/1', selector: { type: 'RangeSelector', refinedBy: { type: 'TextPositionSelector', start: 1, end: 2 } } } },
    { ...annotation, id: 'urn:3', motivation: 'commenting', body: 'all of it', target: 'https://news.example/1' },
    { ...annotation, id: 'urn:4', body: { value: 'lost' }, target: { source: 'https://news.example/1', selector: { type: 'TextQuoteSelector', exact: 'smoke' } } },
    { ...annotation, id: 'urn:5', motivation: 'replying', body: 'no!', target: 'urn:1' },
  ] } } })
  expect(raw).toMatchObject({ name: 'Fires', usual: { unit: 'code-point' }, coders: [{ key: 'urn:x', name: 'An Coder' }], documents: [{ key: 'https://news.example/1', text: null, url: 'https://news.example/1' }] })
  expect(codingsOf(raw)).toEqual(['Labels > War: whole (by urn:x) “why?”', 'Labels > urn:harm: whole (by urn:x) “why?”', 'Labels > highlighting: whole (by urn:x)', 'Labels of whole texts > commenting: whole (by urn:x) “all of it”'])
  expect(raw.codings.map(({ places }) => places)).toEqual([[{ start: 0, end: 4, snippet: 'fire' }], [{ start: 0, end: 4, snippet: 'fire' }], [{ start: 1, end: 2, snippet: null }], []])
  expect(lossesOf(raw)).toEqual(['1 passages without a position in the text', '1 replies to annotations'])
})

test('web annotations: as Hypothesis gives them', async () => {
  const raw = await rawOf(w3cWork, { 'rows.json': { total: 1, rows: [{ id: 'x', user: 'acct:ann@hypothes.is', uri: 'https://news.example/1', text: 'note', tags: ['War', 'Harm'], created: '2024-05-01T10:00:00.123456+00:00', document: { title: ['A fire'] }, target: [{ source: 'https://news.example/1', selector: [{ type: 'TextPositionSelector', start: 3, end: 7 }] }] }] } })
  expect(raw).toMatchObject({ program: 'Hypothesis', usual: { unit: 'utf16' }, coders: [{ key: 'acct:ann@hypothes.is', name: 'ann' }], documents: [{ headline: 'A fire' }] })
  expect(raw.codings.map(({ code, note, created }) => [code, note, created])).toEqual([['part War', 'note', '2024-05-01T10:00:00.123Z'], ['part Harm', 'note', '2024-05-01T10:00:00.123Z']])
})

test('WebAnno: layers with several features, stacked and long spans, parts of tokens', async () => {
  const raw = await rawOf(webannoWork, { 'a.tsv': ['#FORMAT=WebAnno TSV 3.3', '#T_SP=x.y.NamedEntity|identifier|value', '#T_RL=x.y.Near|kind|BT_x.y.NamedEntity', '', '',
    '#Text=Fire in town', '1-1\t0-4\tFire\t*\tWar\t_\t_\t', '1-2\t5-7\tin\thttp:\\/\\/a\\|b[1]|*[2]\tPlace[1]|Harm[2]\t_\t_\t', '1-3\t8-12\ttown\thttp:\\/\\/a\\|b[1]|*[2]\tPlace[1]|Harm[2]\tof\t1-1\t', '1-3.1\t8-9\tt\t_\tSign\t_\t_\t', '',
    '#Text=😀 is\\ta sign', '2-1\t14-16\t😀\t*\t*\t_\t_\t', ''].join('\n') })
  expect(codingsOf(raw)).toEqual(['NamedEntity > War: Fire', 'NamedEntity > Place: in town {identifier: http://a|b}', 'NamedEntity > Harm: in town', 'NamedEntity > Sign: t', 'NamedEntity > NamedEntity: 😀'])
  expect(raw.documents[0]?.text).toBe('Fire in town\n\n😀 is\ta sign')
  expect(lossesOf(raw)).toEqual(['1 relations between codings'])
})

test('BASIL: passages by sentence, and what is said of the article', async () => {
  const raw = await rawOf(basilWork, {
    'articles/1.json': { uuid: 'u1', 'triplet-uuid': 't', title: 'A fire', date: '2024-05-01', source: 'hpo', url: 'https://news.example/1', 'main-event': 'Mill burns', 'body-paragraphs': [['It burned.', '😀 All fled.'], ['They say “arson”.']] },
    'annotations/1_ann.json': { uuid: 'u1', 'article-level-annotations': { relative_stance: 'center', notes: 'calm', author_feeling_The_mill: 'neg', you_feeling_The_mill: '' }, 'phrase-level-annotations': [{ id: 'p2', start: 9, end: 16, txt: '“arson”', bias: 'lex', polarity: 'neg', aim: 'dir', quote: 'yes', speaker: '', target: 'The_mill', notes: 'hm' }, { id: 'p9', start: 0, end: 1, bias: 'lex' }] },
  })
  expect(codingsOf(raw)).toEqual(['Bias > Lexical bias: “arson” “hm” {Target: The mill, Polarity: neg, Aim: dir, In a quotation: true}', 'Relative stance > center: whole “calm”', 'Feeling > of the author: whole {Towards: The mill, Feeling: neg}', 'Feeling > of the coder: whole {Towards: The mill}'])
  expect(raw.events).toEqual([{ key: 't', name: 'Mill burns', date: '', variables: {} }])
  expect(lossesOf(raw)).toEqual(['1 codings whose positions are no stretch of text'])
})

test('NewsMTSC: a polarity for each mention', async () => {
  const raw = await rawOf(newsMtscWork, { 'dev.jsonl': lines({ primary_gid: 'g1', sentence_normalized: '😀 The mill burns.', targets: [{ from: 6, to: 10, mention: 'mill', polarity: 2 }, { from: 0, to: 1, mention: '😀', polarity: 5 }] }) })
  expect(codingsOf(raw)).toEqual(['Sentiment > Mention: mill {Polarity: -1}', 'Sentiment > Mention: 😀'])
  expect(lossesOf(raw)).toEqual(['1 polarities that the data set does not describe'])
})

test.each([
  ['articles in JSON', { 'a.json': [{ title: 'A fire', text: 'It burned.', tags: ['news'] }] }], ['a table in JSON Lines', { 'a.jsonl': lines({ text: 'It burned.', label: '' }, { text: 'It rained.', label: '' }) }],
  ['a text', { 'a.txt': 'It burned.' }], ['no JSON at all', { 'a.json': '{"text": "It burned", "label": [[0, 1' }], ['a tab-separated table', { 'a.tsv': 'a\tb\n1\t2\n' }], ['an empty file', { 'a.json': '' }],
])('%s is nobody’s coding', (_, contents) => {
  expect(filesOf(contents).flatMap((file) => workReaders.filter((reader) => reader.recognises(file) === true).map(({ id }) => id))).toEqual([])
})

test.each([
  [w3cWork, '{"type":"AnnotationCollection","first":{"items":[', 'cut off'], [doccanoWork, '{"text":"a","label":[[0,', 'cut off'], [labelStudioWork, '[{"data":{"text":"a"},"annotations":[', 'cut off'],
  [newsMtscWork, '{"sentence_normalized":"a","targets":[', 'cut off'], [webannoWork, '#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|value\n\n#Text=Fire\n1-1\t0-', 'cut off'],
] as const)('$id: a file that is cut off is refused', async (reader, content, reason) => {
  await expect(Promise.resolve().then(() => reader.read(filesOf({ 'a.json': content })))).rejects.toThrow(reason)
})
