import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { offsetReader } from '../../../../src/domain/text/offsets'
import { SourceFile } from '../../../../src/formats/import/sourceFile'
import type { RawWork } from '../../../../src/formats/work/rawWork'
import { workReaders } from '../../../../src/formats/work/readers'

/** Real files of other programs beside the repository; without them the tests are skipped. */
const SAMPLES = '../shared/samples'

/** Files or folders, which reader reads them, how many codings of passages and of whole texts they hold, and how many have both text and words to compare. */
const samples: readonly (readonly [place: string, reader: string, passages: number, wholes: number, quoted: number])[] = [
  ['C_tools/brat/tutorials_news', 'brat', 11, 0, 11],
  ['C_tools/brat/conll2002_esp', 'brat', 175, 0, 175],
  ['C_tools/doccano/export_sequence_labeling.jsonl', 'doccano', 4, 0, 0],
  ['C_tools/doccano/export_intent_detection.jsonl', 'doccano', 3, 2, 0],
  ['C_tools/doccano/export_relation_extraction.jsonl', 'doccano', 4, 0, 0],
  ['C_tools/doccano/export_text_classification.jsonl', 'doccano', 0, 3, 0],
  ['C_tools/doccano/real_export_italian_newspapers_all.jsonl', 'doccano', 1, 0, 0],
  ['C_tools/doccano/tests_sequence_labeling_example.jsonl', 'doccano', 1, 0, 0],
  ['C_tools/doccano/tests_sequence_labeling_example_overlapping.jsonl', 'doccano', 2, 0, 0],
  ['C_tools/hypothesis/annotation-Bze17nbcEeualM-4shE_rg.json', 'w3c', 1, 0, 0],
  ['C_tools/hypothesis/annotation-JJN3mnbcEeuMqWOKn34VBA.json', 'w3c', 3, 0, 0],
  ['C_tools/hypothesis/annotation_hypothesis.json', 'w3c', 3, 0, 0],
  ['C_tools/w3c_annotation/recogito_annotations.w3c.json', 'w3c', 5, 0, 0],
  ['C_tools/w3c_annotation/recogito_native_annotations.json', 'w3c', 14, 0, 0],
  ['C_tools/label_studio/csv_test.json', 'label-studio', 0, 0, 0],
  ['C_tools/label_studio/csv_test2.json', 'label-studio', 0, 1, 0],
  ['B_news/BASIL', 'basil', 29, 38, 29],
  ['B_news/NewsMTSC/devtest_rw.jsonl', 'newsmtsc', 1146, 0, 1146],
]

describe.skipIf(!existsSync(SAMPLES))('samples beside the repository', () => {
  test.each(samples)('%s is read as %s: %d passages, %d whole texts, %d quoted', async (place, id, passages, wholes, quoted) => {
    const raw = await readAt(place, id)
    const compared = comparisons(raw)
    expect([raw.codings.filter((one) => one.places.length > 0).length, raw.codings.filter((one) => one.places.length === 0).length, compared.length]).toEqual([passages, wholes, quoted])
    expect(compared.filter(({ slice, snippet }) => slice !== snippet)).toEqual([])
  })

  test('every WebAnno file of the suite has its tokens where they are said to stand', async () => {
    const suite = join(SAMPLES, 'C_tools/inception_webanno/tsv3-suite')
    const found = await Promise.all(readdirSync(suite).map(async (name) => await readAt(`C_tools/inception_webanno/tsv3-suite/${name}/reference.tsv`, 'webanno')))
    const compared = found.flatMap(comparisons)
    expect(compared).toHaveLength(10)
    expect(compared.filter(({ slice, snippet }) => slice !== snippet)).toEqual([])
    const texts = readdirSync(suite).map((name) => /sofaString="([^"]*)"/.exec(readFileSync(join(suite, name, 'reference.xmi'), 'utf8'))?.[1]?.replaceAll('&#10;', '\n').replaceAll('&#9;', '\t').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))))
    expect(found.map(({ documents }) => documents[0]?.text)).toEqual(texts)
  })

  test.each(['C_tools/label_studio/data.json', 'C_tools/label_studio/data_repeater.json'])('%s labels pictures and is refused', async (place) => {
    await expect(readAt(place, 'label-studio')).rejects.toThrow('no texts')
  })

  const works = samples.map(([place]) => place).filter((place) => /\.\w+$/.test(place))
  test.each(works)('%s cut off at any third is refused, or what is left of it is read', async (place) => {
    const bytes = readFileSync(join(SAMPLES, place))
    for (const share of [1 / 3, 2 / 3, 0.99]) {
      const file = new SourceFile(place, bytes.subarray(0, Math.floor(bytes.length * share)))
      for (const reader of workReaders) {
        const reading = async (): Promise<string> => 'raw' in await reader.read([file]) ? 'read' : 'own'
        expect(await reading().catch((error: unknown) => (error instanceof Error ? error.name : ''))).toMatch(/^(read|ImportRefusal)$/)
      }
    }
  })
})

async function readAt(place: string, id: string): Promise<RawWork> {
  const whole = join(SAMPLES, place), names = /\.\w+$/.test(place) ? [''] : readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name).slice(whole.length + 1))
  const files = names.map((name) => new SourceFile(name === '' ? place : name, readFileSync(join(whole, name))))
  const reader = workReaders.find((one) => files.some((file) => one.recognises(file) === true))
  expect(reader?.id).toBe(id)
  const found = await reader?.read(files.filter((file) => reader.recognises(file) === true || reader.beside?.(file) === true))
  if (!found || !('raw' in found)) throw new Error('it has no positions to understand')
  return found.raw
}

/** What a text has where a passage stands, read as the format says, and the words stored beside it. */
const comparisons = ({ documents, codings, usual }: RawWork): readonly { readonly slice: string; readonly snippet: string }[] => codings.flatMap(({ document, places }) => {
  const text = documents.find(({ key }) => key === document)?.text ?? null
  if (text === null) return []
  const offset = offsetReader(text, usual ?? { unit: 'utf16', breaks: 'as-is' })
  return places.flatMap(({ start, end, snippet }) => (snippet === null ? [] : [{ slice: text.slice(offset(start), offset(end)), snippet }]))
})
