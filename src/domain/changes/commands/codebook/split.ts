import type { Annotation } from '../../../project/annotation'
import type { Code } from '../../../project/codebook'
import { THE, type Records } from '../../../project/records'
import type { Edit } from '../../change'
import type { Circumstances } from '../../command'
import type { Plan } from '../../plan'
import { quoted, quotedAll } from './quoted'
import { planFor, revision } from './revision'
import { alterCode, placeOf } from './tree'

/** A code to be split, the codes that come off it, and which annotation (by id) goes to which of them (by index). */
export interface Splitting {
  readonly code: string
  readonly into: readonly { readonly name: string }[]
  readonly assigned: ReadonlyMap<string, number>
}

/**
 * Splits codes off a code: they stand right after it, with its definition, colour and fields, without a key. The assigned
 * annotations go to them, whoever made them; the others and the nested codes stay. Null without names.
 */
export function splitCode(records: Records, { code, into, assigned }: Splitting, at: Circumstances): Plan | null {
  if (into.length === 0 || into.some(({ name }) => name.trim() === '')) return null
  const ids = into.map(() => at.id())
  return planFor(() => {
    const codebook = records.codebook.get(THE)
    const before = codebook && placeOf(codebook, code)?.code
    if (!codebook || !before) return null
    const parts = into.map(({ name }, i) => partOf(before, ids[i] ?? '', name.trim()))
    const goes = (id: string, index: number): { annotation: Annotation; to: Code } | undefined => {
      const [annotation, to] = [records.annotation.get(id), parts[index]]
      return annotation?.code === code && to ? { annotation, to } : undefined
    }
    return {
      ...revision(codebook, { dimensions: alterCode(codebook.dimensions, code, (one) => [one, ...parts]) }, { verb: 'split', what: `${quotedAll(parts.map((one) => one.name))} off ${quoted(before.name)}` }, at),
      touched() {
        let count = 0
        for (const [id, index] of assigned) if (goes(id, index)) count += 1
        return count
      },
      *rest(): Generator<Edit> {
        for (const [id, index] of assigned) {
          const found = goes(id, index)
          if (found) yield { kind: 'annotation', id, before: found.annotation, after: { ...found.annotation, code: found.to.id, modified: at.now } }
        }
      },
    }
  })
}

/** `revised` comes along with the definition: annotations that wait for a review still do. */
const partOf = ({ colour, definition, ask, score, revised, fields }: Code, id: string, name: string): Code => ({
  id, name, colour, key: '', definition, include: '', exclude: '', examples: [], memo: '', ask, score, revised, fields, codes: [],
})
