import type { Field, FieldValue } from '../../domain/project/field'
import { isObject, type JsonObject } from '../json'
import type { TextFields } from '../interchange/gather'
import { bareMark, type Mark } from '../interchange/mark'
import { listIn, NO_STRETCH, stretchIn, textIn } from '../interchange/readJson'
import type { Losses } from '../work/losses'
import { enteredIn, type Control } from './controls'

/** What controls ask for: fields of ours where the tasks are ours, else text. */
export interface FieldsOfControls {
  readonly own: ReadonlyMap<string, { readonly field: Field; readonly control: Control }>
  readonly others: TextFields
}

/** What one coder marked: a mark for each label of a stretch or of the text as a whole. */
export function resultsIn(results: readonly JsonObject[], fields: FieldsOfControls, losses: Losses): Mark[] {
  const extras = extrasOf(results, fields)
  return results.flatMap((result): Mark[] => {
    const value = valueOf(result), labels = labelsOf(result)
    if (textIn(result['type']) === 'relation') losses.add('relations between codings')
    else if (isStretch(value)) {
      if (labels === undefined) return []
      const stretch = stretchIn(value['start'], value['end'])
      if (!stretch || 'startOffset' in value) losses.add(NO_STRETCH)
      else return labels.map((label) => ({ ...bareMark, label, key: textIn(result['id']), places: [{ ...stretch, snippet: typeof value['text'] === 'string' ? value['text'] : null }], note: noteOf(result), values: extras.get(textIn(result['id'])) ?? {} }))
    } else if (Array.isArray(value['choices']) && !isRegion(value)) return listIn(value['choices']).map(textIn).filter((one) => one !== '').map((label) => ({ ...bareMark, label, places: [], note: noteOf(result) }))
    else losses.add('regions of pictures, sound or other things than text, and what was entered for them')
    return []
  })
}

const valueOf = (result: JsonObject): JsonObject => (isObject(result['value']) ? result['value'] : {})

const isStretch = (value: JsonObject): boolean => 'start' in value && 'end' in value && !('channel' in value)

const isRegion = (value: JsonObject): boolean => 'x' in value || 'points' in value || 'channel' in value

/** Labels of a result: in the member that its type names. Undefined for results that carry none, but something about another. */
function labelsOf(result: JsonObject): readonly string[] | undefined {
  const value = valueOf(result), type = textIn(result['type'])
  const list = value['labels'] ?? (/labels$/i.test(type) ? value[type] : undefined)
  return list === undefined ? undefined : listIn(list).map(textIn).filter((one) => one !== '')
}

function noteOf({ meta }: JsonObject): string {
  return isObject(meta) ? listIn(meta['text']).map(textIn).join('\n') : ''
}

/** What was entered for stretches, by the result's id: choices, words, numbers, in whatever control. */
function extrasOf(results: readonly JsonObject[], { own, others }: FieldsOfControls): ReadonlyMap<string, Readonly<Record<string, FieldValue>>> {
  const found = new Map<string, Record<string, FieldValue>>()
  const labelled = new Set(results.filter((one) => labelsOf(one) !== undefined).map((one) => textIn(one['id'])))
  for (const result of results) {
    const value = valueOf(result), id = textIn(result['id']), type = textIn(result['type']), name = textIn(result['from_name'])
    if (!isStretch(value) || labelsOf(result) !== undefined || !labelled.has(id)) continue
    const entered = listIn(type === 'textarea' ? value['text'] : value[type]), ours = own.get(name)
    const words = ours ? enteredIn(ours, entered) : entered.map((one) => (Array.isArray(one) ? one.map(textIn).join(' > ') : textIn(one))).join('; ')
    if (words !== undefined && words !== '') found.set(id, { ...found.get(id), [ours?.field.id ?? others.id(name)]: words })
  }
  return found
}
