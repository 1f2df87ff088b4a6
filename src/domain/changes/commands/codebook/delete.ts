import { THE, type Records } from '../../../project/records'
import type { Circumstances } from '../../command'
import type { Plan } from '../../plan'
import { touchedBy } from './preview'
import { quoted } from './quoted'
import { removalOf } from './removal'
import { planFor, revision } from './revision'
import { alterCode, codesIn, placeOf } from './tree'

/** Deletes a code with the codes nested in it and everybody's annotations made with any of them. The annotations must be loaded. */
export function deleteCode(records: Records, id: string, at: Circumstances): Plan | null {
  return planFor(() => {
    const codebook = records.codebook.get(THE)
    const code = codebook && placeOf(codebook, id)?.code
    if (!codebook || !code) return null
    const codes = new Set(codesIn([code]).map((one) => one.id))
    return {
      ...revision(codebook, { dimensions: alterCode(codebook.dimensions, id, () => []) }, { verb: 'delete', what: quoted(code.name) }, at),
      touched: () => touchedBy(records, codes, at.coder).annotations,
      rest: () => removalOf(records, codes),
    }
  })
}
