import { isObject, type JsonObject } from '../json'
import { bareMark, type Mark } from '../interchange/mark'
import { listIn, stretchIn, textIn } from '../interchange/readJson'
import type { Losses } from '../work/losses'
import { rawTime } from '../work/rawTime'
import type { RawPlace } from '../work/rawWork'

/** IRI of what an annotation is about: one, or it is about the first. */
export function sourceOf(item: JsonObject): string {
  const [target] = listIn(item['target'])
  if (typeof target === 'string') return target
  const source = isObject(target) ? target['source'] ?? (isObject(target['selector']) || Array.isArray(target['selector']) ? undefined : target['id']) : undefined
  return (isObject(source) ? textIn(source['id']) : textIn(source)) || textIn(item['uri'])
}

/** A mark for each tag; what has neither a tag nor a kind is an annotation and no more. */
export function marksOf(item: JsonObject, { losses, coders }: { readonly losses: Losses; readonly coders: Map<string, string> }): readonly Mark[] {
  if (listIn(item['references']).length > 0 || item['motivation'] === 'replying') {
    losses.add('replies to annotations')
    return []
  }
  const targets = listIn(item['target']).filter(isObject), places = targets.flatMap(placeOf)
  const selected = targets.filter((target) => listIn(target['selector']).length > 0).length
  losses.add('passages without a position in the text', selected - places.length)
  if (selected > 0 && places.length === 0) return []
  const bodies = [...listIn(item['body']), ...listIn(item['bodies'])]
  const tags = [...listIn(item['tags']).map(textIn), ...bodies.flatMap((body) => saidIn(body, /^(tagging|classifying|identifying)$/))].filter((one) => one !== '')
  const note = [textIn(item['text']), ...bodies.flatMap((body) => saidIn(body, /^(commenting|replying|)$/))].filter((one) => one.trim() !== '').join('\n')
  const about = { ...bareMark, key: textIn(item['id']), places, note, coder: coderOf(item, coders), created: rawTime(timeIn(item, 'created')), modified: rawTime(timeIn(item, 'modified') ?? timeIn(item, 'updated')) }
  return (tags.length > 0 ? [...new Set(tags)] : [kindOf(item)]).map((label) => ({ ...about, label }))
}

/** Some tools keep who and when with the target. */
const timeIn = (item: JsonObject, member: string): unknown => item[member] ?? (isObject(item['target']) ? item['target'][member] : undefined)

function placeOf(target: JsonObject): readonly RawPlace[] {
  const selectors = listIn(target['selector']).filter(isObject).flatMap((one) => [one, ...(isObject(one['refinedBy']) ? [one['refinedBy']] : [])])
  const quote = selectors.map((one) => one['exact'] ?? one['quote']).find((one) => typeof one === 'string')
  const stretch = selectors.map((one) => (one['type'] === undefined || one['type'] === 'TextPositionSelector' ? stretchIn(one['start'], one['end']) : undefined)).find((one) => one !== undefined)
  return stretch ? [{ ...stretch, snippet: typeof quote === 'string' ? quote : null }] : []
}

/** What a body says, if its purpose is such; a plain string, or a body without a purpose, is a comment. */
function saidIn(body: unknown, purpose: RegExp): readonly string[] {
  if (typeof body === 'string') return purpose.test('') && !/^\w+:/.test(body) ? [body] : []
  if (!isObject(body) || !purpose.test(textIn(body['purpose']))) return []
  const source = isObject(body['source']) ? body['source']['label'] ?? body['source']['id'] : body['source']
  const said = textIn(body['value']) || textIn(body['label']) || textIn(source)
  return said === '' ? [] : [said]
}

const kindOf = (item: JsonObject): string => {
  const motivation = textIn(listIn(item['motivation'])[0])
  return motivation === '' ? 'annotation' : motivation
}

function coderOf(item: JsonObject, coders: Map<string, string>): string | null {
  const creator = listIn(item['creator'] ?? (isObject(item['target']) ? item['target']['creator'] : undefined))[0] ?? item['user']
  const key = isObject(creator) ? textIn(creator['id']) || textIn(creator['name']) : textIn(creator)
  if (key === '') return null
  const shown = isObject(item['user_info']) ? textIn(item['user_info']['display_name']) : textIn(item['displayName'])
  coders.set(key, (isObject(creator) ? textIn(creator['name']) || textIn(creator['nickname']) : '') || shown || (/^acct:([^@]+)@/.exec(key)?.[1] ?? key))
  return key
}
