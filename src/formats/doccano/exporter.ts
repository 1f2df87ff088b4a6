import { codeEntries } from '../../domain/project/codes'
import { colourLines } from '../../domain/project/colours'
import { inChunks } from '../export/chunks'
import type { Exporter } from '../export/exporter'
import { keptAnnotation, keptArticle, keptHead } from '../interchange/kept'
import { codeLabels } from '../interchange/labels'
import { commonLosses, placed } from '../interchange/placed'
import type { ProjectSource } from '../source'

/**
 * JSON Lines as doccano's sequence labelling reads and writes them: a line for each article with `text` and, in `label`,
 * `[start, end, label]` in UTF-16 units, as doccano counts unless it is told to count graphemes. A label is a code's path,
 * `Framing > Conflict`; codes of the article as a whole stand in `cats`. Every span is a label, whoever coded it: who did, and
 * fields, notes and parts are in the member `synoptic`, which doccano keeps with the text as metadata. The first line also has
 * the codebook and what was coded of events. Beside it are the labels as doccano imports them.
 */
export const doccano: Exporter = {
  id: 'doccano',
  label: 'doccano',
  about: 'A line for each article with its labelled spans, for doccano and for training language models. Fields and coders go along, but doccano does not show them.',
  shapes: ['project'],
  extension: 'jsonl',
  files: (source) => [
    { ending: '.jsonl', chunks: () => inChunks(lines(source)) },
    { ending: '.labels.json', chunks: () => inChunks(labelList(source)) },
  ],
  losses: (source) => [
    ...commonLosses(source),
    'doccano shows which words have which code; coders, fields, notes, and what is coded of events go along unseen.',
    ...(source.text ? [] : ['Without texts, doccano can’t open it: it is for programs that have the texts.']),
  ],
}

async function* lines(source: ProjectSource): AsyncGenerator<string, void> {
  const labels = codeLabels(source.codebook)
  let head: object | undefined = await keptHead(source), id = 0
  for (const article of source.articles) {
    id += 1
    const text = await source.text?.(article.id)
    const { annotations, sheets } = await placed(source, article)
    const labelled = annotations.map(({ code, spans }) => ({ label: labels.get(code) ?? code, spans }))
    const cats = labelled.filter(({ spans }) => spans.length === 0).map(({ label }) => label)
    yield `${JSON.stringify({
      id, ...(text !== undefined && { text }),
      label: labelled.flatMap(({ label, spans }) => spans.map(({ start, end }) => [start, end, label])),
      ...(cats.length > 0 && { cats }),
      synoptic: { ...head, article: keptArticle(article), annotations: annotations.map((one) => keptAnnotation(one)), sheets },
    })}\n`
    head = undefined
  }
  // A file of no line at all is taken for a broken one.
  if (id === 0) yield '\n'
}

/** Labels as doccano's own list of them: keys are given by hand there. */
async function* labelList({ codebook }: ProjectSource): AsyncGenerator<string, void> {
  const labels = codeLabels(codebook)
  const list = [...codeEntries(codebook)].map(([id, { code }]) => ({ text: labels.get(id), suffix_key: null, background_color: colourLines[code.colour], text_color: '#ffffff' }))
  yield `${JSON.stringify(list, null, 1)}\n`
}
