import type { TextFields } from '../interchange/gather'
import { bareMark, type Mark } from '../interchange/mark'
import type { AnnFile } from './annFile'

/** Types of notes that ours writes besides brat's own. */
const CODER = 'Coder'

/**
 * The text-bound annotations of a file as marks. What is said of an event is said of the words that stand for it.
 * @param types labels of types that are ours
 */
export function marksIn({ bounds, attributes, notes, events }: AnnFile, types: ReadonlyMap<string, string>, fields: TextFields): readonly Mark[] {
  return [...bounds].map(([id, { type, places }]): Mark => {
    const ids = [id, ...(events.has(id) ? [events.get(id) ?? id] : [])]
    const said = ids.flatMap((one) => notes.get(one) ?? [])
    const values = types.has(type) ? [] : ids.flatMap((one) => attributes.get(one) ?? []).map(([name, value]) => [fields.id(name), value === true ? 'yes' : value] as const)
    const coder = said.find((one) => one.type === CODER)?.text.trim() ?? ''
    return {
      ...bareMark, label: types.get(type) ?? type, places, key: id, coder: coder === '' ? null : coder,
      note: said.filter((one) => one.type !== CODER).map(({ text }) => text.trim()).filter((text) => text !== '').join('\n'), values: Object.fromEntries(values),
    }
  })
}
