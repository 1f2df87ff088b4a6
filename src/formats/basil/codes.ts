import type { Field } from '../../domain/project/field'
import type { RawCode, RawDimension } from '../work/rawWork'

const common = { level: 'nominal', required: false, hint: '', showIf: null, default: null } as const

const words = (id: string, name: string): Field => ({ ...common, id, name, kind: 'text' })
const choice = (id: string, name: string, options: Readonly<Record<string, string>>): Field => ({ ...common, id, name, kind: 'one-of', options: Object.entries(options).map(([value, label]) => ({ id: value, label })) })

const feelings = { 'str-neg': 'strongly negative', neg: 'negative', neu: 'neutral', pos: 'positive', 'str-pos': 'strongly positive' }

const code = (key: string, name: string, fields: readonly Field[] = []): RawCode => ({ key, name, colour: '', definition: '', memo: '', fields, codes: [] })

/** What BASIL codes, in its authors' terms (Fan et al. 2019). Fields have the names of its members. */
export const basilDimensions: readonly RawDimension[] = [
  {
    key: 'bias', name: 'Bias', definition: 'A passage that is biased for or against somebody, by its words or by what it tells.', unit: 'span', choice: 'many', level: 'nominal', mark: 'line',
    fields: [
      words('target', 'Target'), choice('polarity', 'Polarity', { neg: 'negative', pos: 'positive' }), choice('aim', 'Aim', { dir: 'direct', 'ind-ally': 'indirect, through an ally', 'ind-opp': 'indirect, through an opponent', 'ind-gen': 'indirect, in general' }),
      { ...common, id: 'quote', name: 'In a quotation', kind: 'yes-no' }, words('speaker', 'Speaker'), words('indirect-target-name', 'Indirect target'), words('indirect-ally-opponent-sentiment', 'Sentiment towards ally or opponent'),
    ],
    codes: [code('lex', 'Lexical bias'), code('inf', 'Informational bias')],
  },
  {
    key: 'stance', name: 'Relative stance', definition: 'The article beside the two others on the same event.', unit: 'article', choice: 'one', level: 'nominal', mark: 'tint', fields: [],
    codes: [code('liberal', 'liberal'), code('center', 'center'), code('conservative', 'conservative')],
  },
  {
    key: 'feeling', name: 'Feeling', definition: 'What is felt towards somebody or something in the article as a whole.', unit: 'article', choice: 'many', level: 'ordinal', mark: 'tint', fields: [words('towards', 'Towards'), choice('feeling', 'Feeling', feelings)],
    codes: [code('author_feeling', 'of the author'), code('you_feeling', 'of the coder')],
  },
]

/** What of an entry is a value of a field, as it stands there; choices that the codebook does not have are left out. */
export function valuesOf(entry: Readonly<Record<string, unknown>>, fields: readonly Field[]): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(fields.flatMap((field): (readonly [string, string | boolean])[] => {
    const value = entry[field.id]
    if (typeof value !== 'string' || value === '') return []
    if (field.kind === 'yes-no') return value === 'yes' || value === 'no' ? [[field.id, value === 'yes']] : []
    if (field.kind === 'one-of' && field.options.every(({ id }) => id !== value)) return []
    return [[field.id, field.kind === 'text' ? value.replaceAll('_', ' ') : value]]
  }))
}
