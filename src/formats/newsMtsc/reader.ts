import type { Field } from '../../domain/project/field'
import type { JsonObject } from '../json'
import { bareDocument, codePoints } from '../interchange/gather'
import { jsonIn, jsonOrNone, listIn, NO_STRETCH, objectsIn, stretchIn, textIn } from '../interchange/readJson'
import { isObject } from '../json'
import { Losses } from '../work/losses'
import type { RawCoding } from '../work/rawWork'
import type { WorkReader } from '../work/reader'

/** As the data set numbers them. */
const polarities: ReadonlyMap<unknown, number> = new Map([[2, -1], [4, 0], [6, 1]])

const polarity: Field = { id: 'polarity', name: 'Polarity', kind: 'ordinal', level: 'ordinal', required: true, hint: '', showIf: null, default: null, options: [{ value: -1, label: 'negative' }, { value: 0, label: 'neutral' }, { value: 1, label: 'positive' }] }

/**
 * NewsMTSC (Hamborg and Donnay 2021): a sentence of a news article a line, in `sentence_normalized`, with the mentions of
 * persons and organisations in `targets`, each with its polarity, 2 negative, 4 neutral, 6 positive. Each sentence is a text.
 */
export const newsMtscWork: WorkReader = {
  id: 'newsmtsc',
  label: 'NewsMTSC',
  takes: 'file',
  recognises: (file) => objectsIn(jsonOrNone(file)).slice(0, 5).some((one) => typeof one['sentence_normalized'] === 'string' && Array.isArray(one['targets'])),
  read([file]) {
    const losses = new Losses(), lines = file ? objectsIn(jsonIn(file)) : []
    const keyed = lines.map((line, i) => ({ line, key: textIn(line['primary_gid']) || String(i + 1) }))
    return { raw: {
      format: 'newsmtsc', program: '', name: 'NewsMTSC', coders: [], events: [], usual: codePoints,
      dimensions: [{ key: 'sentiment', name: 'Sentiment', definition: 'How a mention is spoken of.', unit: 'span', choice: 'one', level: 'ordinal', mark: 'polarity', fields: [polarity], codes: [{ key: 'mention', name: 'Mention', colour: '', definition: '', memo: '', fields: [], codes: [] }] }],
      documents: keyed.map(({ line, key }) => bareDocument(key, key, textIn(line['sentence_normalized']))),
      codings: keyed.flatMap(({ line, key }) => listIn(line['targets']).filter(isObject).flatMap((target) => codingOf(target, key, losses))),
      losses: losses.all,
    } }
  },
}

function codingOf(target: JsonObject, document: string, losses: Losses): readonly RawCoding[] {
  const stretch = stretchIn(target['from'], target['to']), value = polarities.get(target['polarity'])
  if (!stretch) {
    losses.add(NO_STRETCH)
    return []
  }
  if (value === undefined) losses.add('polarities that the data set does not describe')
  return [{ key: '', document, code: 'mention', coder: null, places: [{ ...stretch, snippet: typeof target['mention'] === 'string' ? target['mention'] : null }], values: value === undefined ? {} : { polarity: value }, note: '', certainty: null, created: '', modified: '' }]
}
