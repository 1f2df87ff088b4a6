import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import type { Coder } from '../../domain/project/coder'
import { shownFields, valueOf } from '../../domain/project/codes'
import { inChunks } from '../export/chunks'
import { countedText } from '../export/counted'
import type { Exporter } from '../export/exporter'
import { keptAnnotation, keptArticle, keptHead } from '../interchange/kept'
import { commonLosses, placed } from '../interchange/placed'
import type { ProjectSource } from '../source'
import { controlsOf, labellingConfig, optionsOf, type Controls } from './controls'

/**
 * Tasks for Label Studio: one for each article, in it one annotation for each coder, in that a result for each span, and one with
 * the same id for each field that has a control. `start` and `end` are code points, as Label Studio counts since 1.5. A label
 * is a code's path, `Framing > Conflict`; a note is the region's. Coders are not in `completed_by`, because Label Studio refuses
 * tasks of people it does not know: `data.coders` names them in the order of the annotations. `data.synoptic` has everything
 * else; Label Studio gives data back as they are. The labelling configuration stands beside it.
 */
export const labelStudio: Exporter = {
  id: 'label-studio',
  label: 'Label Studio',
  about: 'Tasks with the coding of each coder, and the labelling configuration to paste into a new project.',
  shapes: ['project'],
  extension: 'json',
  files: (source) => {
    const controls = controlsOf(source)
    return [
      { ending: '.json', chunks: () => inChunks(tasks(source, controls)) },
      { ending: '.config.xml', chunks: () => inChunks(config(source, controls)) },
    ]
  },
  losses: (source) => [
    ...commonLosses(source),
    'Label Studio does not show parts, links, entities, certainty, or what is coded of events; they go along unseen. A passage of several parts is several regions.',
    ...(source.text ? [] : ['Without texts, Label Studio can’t open it: it is for programs that have the texts.']),
  ],
}

async function* tasks(source: ProjectSource, controls: Controls): AsyncGenerator<string, void> {
  let head: object | undefined = await keptHead(source), id = 0
  for (const article of source.articles) {
    id += 1
    yield `${id === 1 ? '[\n' : ',\n'}${JSON.stringify(await task(source, article, controls, id, head))}`
    head = undefined
  }
  yield id === 0 ? '[]\n' : '\n]\n'
}

async function task(source: ProjectSource, article: Article, controls: Controls, id: number, head: object | undefined): Promise<object> {
  const { text, counted } = await countedText(source, article.id, { unit: 'code-point', breaks: 'lf' })
  const { annotations, sheets } = await placed(source, article)
  const coders = [...source.coders, ...strangers(annotations, source.coders)].filter(({ id: coder }) => annotations.some((one) => one.coder === coder))
  const { headline, outlet, date, url } = article
  return {
    id,
    data: {
      ...(text !== null && { text }), headline, outlet, date, url, coders: coders.map(({ name }) => name),
      synoptic: { ...head, article: keptArticle(article), annotations: annotations.map((one) => keptAnnotation(one, counted)), sheets },
    },
    annotations: coders.map((coder) => ({ result: resultsOf(annotations.filter((one) => one.coder === coder.id), controls, counted, text !== null) })),
  }
}

const strangers = (annotations: readonly Annotation[], coders: readonly Coder[]): { readonly id: string; readonly name: string }[] =>
  [...new Set(annotations.map(({ coder }) => coder))].filter((coder) => coders.every(({ id }) => id !== coder)).map((id) => ({ id, name: id }))

function resultsOf(annotations: readonly Annotation[], controls: Controls, counted: (offset: number) => number, withText: boolean): object[] {
  const whole = new Map<string, string[]>()
  const regions = annotations.flatMap((one): object[] => {
    const label = controls.labels.get(one.code) ?? one.code
    const control = controls.dimensions.get(controls.entries.get(one.code)?.dimension.id ?? '') ?? 'other'
    if (one.spans.length === 0) whole.set(control, [...(whole.get(control) ?? []), label])
    return one.spans.flatMap(({ start, end, quote }, i) => {
      const place = { start: counted(start), end: counted(end), ...(withText && { text: quote }) }
      const region = { id: `${one.id}_${i + 1}`, to_name: 'text', origin: 'manual' }
      const note = one.note === '' ? {} : { meta: { text: [one.note] } }
      return [{ ...region, from_name: control, type: 'labels', value: { ...place, labels: [label] }, ...note }, ...fieldResults(one, controls).map((field) => ({ ...region, ...field, value: { ...place, ...field.value } }))]
    })
  })
  return [...regions, ...[...whole].map(([control, labels]) => ({ id: control, from_name: control, to_name: 'text', type: 'choices', origin: 'manual', value: { choices: labels } }))]
}

interface FieldResult { readonly from_name: string; readonly type: string; readonly value: object }

function fieldResults(annotation: Annotation, { fields, entries }: Controls): FieldResult[] {
  const entry = entries.get(annotation.code)
  return (entry ? shownFields(annotation, entry) : []).flatMap((field): FieldResult[] => {
    const value = valueOf(annotation, field), found = fields.get(field.id)
    if (value === undefined || !found) return []
    const { name, control } = found
    if (control === 'number') return [{ from_name: name, type: 'number', value: { number: value } }]
    if (control === 'textarea') return [{ from_name: name, type: 'textarea', value: { text: [value] } }]
    const labels = optionsOf(field).filter(([option]) => option === value || (Array.isArray(value) && value.includes(option))).map(([, label]) => label)
    return labels.length === 0 ? [] : [{ from_name: name, type: 'choices', value: { choices: labels } }]
  })
}

async function* config(source: ProjectSource, controls: Controls): AsyncGenerator<string, void> {
  yield `${labellingConfig(source, controls)}\n`
}
