import type { TextFields } from '../interchange/gather'
import { bareMark, type Mark } from '../interchange/mark'
import type { AnnFile } from './annFile'
import { valueIn, type BratTypes } from './types'

/** Types of notes that ours writes besides brat's own. */
const CODER = 'Coder'

/**
 * The text-bound annotations of a file as marks. What is said of an event is said of the words that stand for it.
 * @param own how ours are named there; null where none is ours
 */
export function marksIn({ bounds, attributes, notes, events }: AnnFile, own: BratTypes | null, fields: TextFields): readonly Mark[] {
  const types = new Map(own ? [...own.types].map(([id, type]) => [type, own.labels.get(id) ?? type]) : [])
  return [...bounds].map(([id, { type, places }]): Mark => {
    const ids = [id, ...(events.has(id) ? [events.get(id) ?? id] : [])]
    const said = ids.flatMap((one) => notes.get(one) ?? [])
    const given = ids.flatMap((one) => attributes.get(one) ?? [])
    const values = own && types.has(type) ? given.flatMap(([name, value]) => [valueIn(own, name, value)].filter((one) => one !== undefined)) : given.map(([name, value]) => [fields.id(name), value === true ? 'yes' : value] as const)
    const coder = said.find((one) => one.type === CODER)?.text.trim() ?? ''
    return {
      ...bareMark, label: types.get(type) ?? type, places, key: id, coder: coder === '' ? null : coder,
      note: said.filter((one) => one.type !== CODER).map(({ text }) => text.trim()).filter((text) => text !== '').join('\n'), values: Object.fromEntries(values),
    }
  })
}
