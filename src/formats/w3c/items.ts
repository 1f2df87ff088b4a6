import { isObject, type JsonObject } from '../json'
import { listIn, textIn } from '../interchange/readJson'

/** The annotations in a file: those of a collection's or page's items, of Hypothesis' rows, of lists, or the one that the file is. */
export const itemsIn = (values: readonly unknown[]): readonly JsonObject[] => values.flatMap((value) => within(value, 0)).map(unfolded)

function within(value: unknown, depth: number): readonly JsonObject[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.flatMap((one) => within(one, depth + 1))
  if (!isObject(value)) return []
  for (const member of ['items', 'rows', 'annotations']) if (Array.isArray(value[member])) return value[member].filter(isObject)
  if (isObject(value['first'])) return within(value['first'], depth + 1)
  return /^Annotation(Collection|Page)$/.test(textIn(value['type'])) ? [] : [value]
}

/** Lists that tools keep have position and words in the annotation itself. */
function unfolded(item: JsonObject): JsonObject {
  if ('target' in item || !('exact' in item) || !('start' in item)) return item
  const { exact, prefix, suffix, start, end, url, uri, ...rest } = item
  const source = uri ?? url
  return { ...rest, uri: source, target: [{ source, selector: [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start, end }] }] }
}

/** Whether an object is an annotation of the web. */
export const isItem = (item: JsonObject): boolean =>
  listIn(item['target']).length > 0 && (listIn(item['type']).includes('Annotation') || 'uri' in item || 'user' in item || listIn(item['target']).some((target) => isObject(target) && 'selector' in target))
