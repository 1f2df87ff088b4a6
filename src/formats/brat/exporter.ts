import type { Article } from '../../domain/project/article'
import { countedText } from '../export/counted'
import type { Exporter } from '../export/exporter'
import { zipped, type Member } from '../export/zipped'
import { keptAnnotation, keptArticle, keptHead } from '../interchange/kept'
import { commonLosses, placed } from '../interchange/placed'
import type { ProjectSource } from '../source'
import { textBounds, words } from './fragments'
import { annotationConf, attributesOf, bratTypes, visualConf, type BratTypes } from './types'

/**
 * A folder of brat's standoff files, zipped (https://brat.nlplab.org/standoff.html): for each article `<name>.txt` and `<name>.ann`,
 * for all of them `annotation.conf` and `visual.conf`. Positions are code points of the text. An annotation whose spans are apart is
 * one in fragments; line ends and tabs are between fragments, as brat has it. Choices, scales and yes/no are attributes (`A`), the
 * note an `AnnotatorNotes` line (`#`), the coder one of the type `Coder`; `synoptic.json` has everything as it is, so that
 * it reads back.
 */
export const brat: Exporter = {
  id: 'brat',
  label: 'brat standoff',
  about: 'A ZIP of text and annotation files with the configuration, for brat and the many programs that read its files.',
  shapes: ['project'],
  extension: 'zip',
  files: (source) => [{ ending: '.zip', chunks: () => zipped(members(source)) }],
  losses: (source) => [
    ...commonLosses(source),
    'brat shows passages with their codes, coders, choices and notes; other fields, and codes of whole articles and events, go along in synoptic.json. A passage over several lines is shown in parts.',
    ...(source.text ? [] : ['Without texts, brat can’t open it: put the text of each article beside its annotations.']),
  ],
}

const UNIT = { unit: 'code-point', breaks: 'lf' } as const

async function* members(source: ProjectSource): AsyncGenerator<Member> {
  const types = bratTypes(source.codebook)
  yield member('annotation.conf', annotationConf(source.codebook, types))
  yield member('visual.conf', visualConf(types))
  for (const [i, article] of source.articles.entries()) {
    const file = fileName(article, i)
    const { text, lines } = await documentOf(source, article, types)
    // A mark that belongs to the text would be taken for the file's.
    if (text !== null) yield member(`${file}.txt`, text.startsWith('\uFEFF') ? `\uFEFF${text}` : text)
    yield member(`${file}.ann`, lines.map((line) => `${line}\n`).join(''))
  }
  yield { name: 'synoptic.json', content: () => record(source) }
}

const member = (name: string, content: string): Member => ({ name, content: () => [Buffer.from(content)] })

/** Number, date and outlet in letters that brat takes. */
function fileName({ date, outlet }: Article, i: number): string {
  const about = `${date} ${outlet.normalize('NFKD').replace(/\p{M}/gu, '')}`.replace(/[^A-Za-z0-9-]+/g, '_').slice(0, 60).replace(/^_+|_+$/g, '')
  return `${String(i + 1).padStart(6, '0')}${about === '' ? '' : `_${about}`}`
}

async function documentOf(source: ProjectSource, article: Article, types: BratTypes): Promise<{ text: string | null; lines: readonly string[] }> {
  const { text, counted } = await countedText(source, article.id, UNIT)
  const { annotations } = await placed(source, article)
  const coders = new Map(source.coders.map(({ id, name }) => [id, name]))
  const lines: string[] = []
  let bounds = 0, attributes = 0, notes = 0
  for (const one of annotations) {
    for (const { stretches } of textBounds(text ?? undefined, one.spans)) {
      const id = `T${bounds += 1}`
      lines.push([id, `${types.types.get(one.code) ?? 'Code'} ${stretches.map(({ start, end }) => `${counted(start)} ${counted(end)}`).join(';')}`, ...(text === null ? [] : [words(text, stretches)])].join('\t'))
      for (const [name = '', ...value] of attributesOf(one, types)) lines.push([`A${attributes += 1}`, [name, id, ...value].join(' ')].join('\t'))
      for (const [type, said] of [['Coder', coders.get(one.coder) ?? one.coder], ['AnnotatorNotes', one.note]] as const) if (said.trim() !== '') lines.push(`#${notes += 1}\t${type} ${id}\t${oneLine(said)}`)
    }
  }
  return { text, lines }
}

const oneLine = (text: string): string => text.replace(/[\s\p{Control}]+/gu, ' ').trim()

/** As large as all annotations together, so they are asked for once more and written article by article. */
async function* record(source: ProjectSource): AsyncGenerator<string> {
  yield `{"synoptic":${JSON.stringify(await keptHead(source))},\n"articles":[`
  for (const [i, article] of source.articles.entries()) {
    const { counted } = await countedText(source, article.id, UNIT)
    const { annotations, sheets } = await placed(source, article)
    yield `${i === 0 ? '\n' : ',\n'}${JSON.stringify({ file: fileName(article, i), article: keptArticle(article), annotations: annotations.map((one) => keptAnnotation(one, counted)), sheets })}`
  }
  yield ']}\n'
}
