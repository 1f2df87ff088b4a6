import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator } from '@playwright/test'
import { call, pinging } from './calls'
import { expect, test } from './fixtures'
import { readProject } from './onDisk'
import type { Researcher } from './researcher'
import { atTheProject, bringsIn, figures, looksAt } from './workSteps'

const samples = resolve('../shared/samples')
const payloads = resolve('../shared/payloads')
const webanno = 'C_tools/inception_webanno/tsv3-suite'

/**
 * What holds coding, as one would pick it: how many codings are in it, and how many are new. What has no text there or here
 * stays behind, and one of two samples of doccano codes the same passage of the same text as the other.
 */
const coded: Readonly<Record<string, readonly [inFile: number, fresh: number]>> = {
  'A_refi/qdpx/atlasti8mac_rezipped_nosources__TestProject.qdpx': [10, 0], 'A_refi/qdpx/atlasti8mac_standard_project.qde': [10, 0], 'A_refi/qdpx/qc1.3.2__demo.qdpx': [205, 205],
  'A_refi/qdc/atlasti23.4_requal_test_valid_ns1.0.qdc': [0, 0], 'A_refi/qdc/spec_annexA1.qdc': [0, 0],
  'B_news/BASIL': [67, 67], 'B_news/NewsMTSC/devtest_rw.jsonl': [1146, 1146],
  'C_tools/brat/conll2002_esp': [175, 175], 'C_tools/brat/tutorials_news': [11, 11],
  'C_tools/doccano/export_intent_detection.jsonl': [5, 5], 'C_tools/doccano/export_relation_extraction.jsonl': [4, 4], 'C_tools/doccano/export_sequence_labeling.jsonl': [4, 4], 'C_tools/doccano/export_text_classification.jsonl': [3, 3],
  'C_tools/doccano/real_export_italian_newspapers_all.jsonl': [1, 1], 'C_tools/doccano/tests_sequence_labeling_example.jsonl': [1, 1], 'C_tools/doccano/tests_sequence_labeling_example_overlapping.jsonl': [2, 1],
  'C_tools/hypothesis/annotation-Bze17nbcEeualM-4shE_rg.json': [1, 0], 'C_tools/hypothesis/annotation-JJN3mnbcEeuMqWOKn34VBA.json': [3, 0], 'C_tools/hypothesis/annotation_hypothesis.json': [3, 0],
  'C_tools/w3c_annotation/recogito_annotations.w3c.json': [5, 0], 'C_tools/w3c_annotation/recogito_native_annotations.json': [14, 0],
  'C_tools/label_studio/csv_test.json': [0, 0], 'C_tools/label_studio/csv_test2.json': [1, 0],
  [`${webanno}/testAnnotationWithLeadingWhitespace/reference.tsv`]: [1, 1], [`${webanno}/testCrossSentenceSpanWithFeatureValue/reference.tsv`]: [1, 1], [`${webanno}/testMultiTokenStackedSpanWithFeatureValue/reference.tsv`]: [2, 2],
  [`${webanno}/testSentenceWithEmoji/reference.tsv`]: [1, 1], [`${webanno}/testSentenceWithLineBreak/reference.tsv`]: [1, 1], [`${webanno}/testSentenceWithTab/reference.tsv`]: [1, 1], [`${webanno}/testSingleTokenRelationWithFeatureValue/reference.tsv`]: [0, 0],
  [`${webanno}/testSubTokenPrefix/reference.tsv`]: [1, 1], [`${webanno}/testTokenBoundedSpanWithNastyFeatureValue/reference.tsv`]: [5, 5], [`${webanno}/testZeroLengthSpansWithFeatureValues/reference.tsv`]: [0, 0],
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)).sort()

/** Says how positions are counted where one is asked: as the first of the ways that are offered. */
async function saysHow(found: Locator): Promise<void> {
  if (!await found.getByRole('alert').isVisible()) return
  await found.getByRole('radiogroup').getByText(/^in /).first().click()
  await expect(found.getByRole('alert')).toBeHidden()
}

/** Brings in what is offered, or leaves it where there is nothing new; every passage in the project then has the words that stand there. */
async function takes(ana: Researcher, found: Locator, project: string): Promise<void> {
  const take = found.getByRole('button', { name: /^Import/ }).last()
  if (await take.isEnabled()) {
    await bringsIn(ana, found)
    await ana.seesSaved()
  } else await ana.presses('Escape')
  await expect(found).toBeHidden()
  const { annotations, texts } = await readProject(project)
  for (const { subject, spans } of annotations) for (const { start, end, quote } of spans) expect(texts.get(subject)?.slice(start, end)).toBe(quote)
}

const isOfTools = (sample: string): boolean => /^C_tools\/(?!brat|doccano)/.test(sample)

for (const [who, ours] of [['REFI-QDA programs, news corpora, brat and doccano', (sample: string) => !isOfTools(sample)], ['Hypothesis, Recogito, Label Studio and WebAnno', isOfTools]] as const) {
  const expected = Object.fromEntries(Object.entries(coded).filter(([sample]) => ours(sample)))
  test(`every file of coding that ${who} wrote comes in, each passage where its text has it`, async ({ launch, projectsDir }) => {
    test.skip(!existsSync(samples), `${samples} is absent`)
    test.setTimeout(600_000)
    const { ana, project } = await atTheProject(launch, projectsDir)
    const came: Record<string, readonly number[]> = {}
    for (const sample of Object.keys(expected)) {
      const begun = performance.now()
      const found = await looksAt(ana, join(samples, sample))
      expect(performance.now() - begun, sample).toBeLessThan(10_000)
      await expect(found.getByRole('heading', { name: /could not be read/ }), sample).toBeHidden()
      await saysHow(found)
      const [all, , fresh] = await figures(found, 'Codings')
      came[sample] = [all, fresh].map((figure) => Number(figure?.replaceAll(',', '')))
      await takes(ana, found, project)
    }
    console.log(came)
    expect(came).toEqual(expected)
  })
}

test('what real programs wrote and is no coding is refused in words', async ({ launch, projectsDir }) => {
  test.skip(!existsSync(samples), `${samples} is absent`)
  const { ana } = await atTheProject(launch, projectsDir)
  const others = filesUnder(samples).filter((file) => !Object.keys(coded).some((one) => file.startsWith(join(samples, one))))
  const found = await looksAt(ana, ...others)
  await found.getByRole('button', { name: /^Refused/ }).click()
  const rows = (await found.getByRole('region', { name: 'Refused files' }).getByRole('row').allInnerTexts()).slice(1)
  for (const row of rows) expect(row.split('\t')[1]?.length, row).toBeGreaterThan(10)
  console.log(`Of ${others.length} other samples ${rows.length} were refused; offered were`, await found.getByRole('navigation', { name: 'Files' }).allInnerTexts())
})

test('everything broken or hostile that is offered together is refused with its reason or comes in, while the window answers', async ({ launch, projectsDir }) => {
  test.skip(!existsSync(payloads), `${payloads} is absent`)
  test.setTimeout(300_000)
  const { ana, project } = await atTheProject(launch, projectsDir)
  const files = ['zip', 'xml', 'json'].flatMap((kind) => filesUnder(join(payloads, kind)))
  const { handle } = await call(ana.page, 'project.open', { from: 'current' }) as { readonly handle: string }
  const { pings, longest } = await pinging(ana.page, handle, async () => { await looksAt(ana, ...files) })
  const found = ana.page.getByRole('main', { name: /^Import coding from / })
  expect(longest).toBeLessThan(10_000)
  expect(Math.max(...pings)).toBeLessThan(1_000)

  const works = found.getByRole('navigation', { name: 'Files' }).getByRole('listitem')
  const offered = await works.filter({ has: ana.page.getByRole('checkbox') }).count()
  for (const one of await works.filter({ hasText: 'asks how positions are counted' }).all()) await one.getByRole('checkbox').uncheck()
  await found.getByRole('button', { name: /^Refused/ }).click()
  const refused = found.getByRole('region', { name: 'Refused files' }).getByRole('row')
  const rows = (await refused.allInnerTexts()).slice(1)
  expect(offered + rows.length).toBeGreaterThanOrEqual(files.length)
  for (const row of rows) expect(row.split('\t')[1]?.length, row).toBeGreaterThan(10)
  await takes(ana, found, project)
  const { articles, annotations } = await readProject(project)
  console.log(`Of ${files.length} hostile files ${offered} works were offered and ${rows.length} refused; ${articles.length} articles and ${annotations.length} annotations came in. The longest took ${Math.round(longest)} ms, the slowest answer ${Math.round(Math.max(...pings))} ms.`, rows.map((row) => row.replace('\t', ': ')))
})
