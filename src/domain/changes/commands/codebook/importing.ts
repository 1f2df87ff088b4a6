import type { Code, Codebook, Dimension } from '../../../project/codebook'
import { codeEntries } from '../../../project/codes'
import { THE, type Records } from '../../../project/records'
import { sameData } from '../../change'
import type { Circumstances, Outcome } from '../../command'
import { fieldImport, freeId, type Renamed } from './importedFields'
import { codeUse } from './preview'
import { quoted, quotedAll } from './quoted'
import { changeOnly, revision } from './revision'
import { sheetsWithout } from './sheetsWithout'
import { codesIn } from './tree'

/**
 * Adds dimensions of another codebook. Ids that are taken get fresh ones, keys that are taken are dropped; as the other
 * codebook's versions mean nothing here, no code counts as revised. Null without dimensions.
 */
export function appendDimensions(records: Records, dimensions: readonly Dimension[], at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  if (!codebook || dimensions.length === 0) return null
  const present = codebook.dimensions.flatMap((dimension) => codesIn(dimension.codes))
  const dimensionIds = new Set(codebook.dimensions.map((one) => one.id))
  const codeIds = new Set(present.map((one) => one.id))
  const keys = new Set(present.map((one) => one.key))
  const importFields = fieldImport(allFieldsOf(codebook), at.id)

  const importKey = (key: string): string => {
    if (keys.has(key)) return ''
    keys.add(key)
    return key
  }
  const importCodes = (codes: readonly Code[], above: Renamed): readonly Code[] => codes.map((code) => {
    const { fields, renamed } = importFields(code.fields, above)
    return { ...code, id: freeId(code.id, codeIds, at.id), key: importKey(code.key), revised: 0, fields, codes: importCodes(code.codes, renamed) }
  })
  const added = dimensions.map((dimension) => {
    const { fields, renamed } = importFields(dimension.fields, new Map())
    return { ...dimension, id: freeId(dimension.id, dimensionIds, at.id), fields, codes: importCodes(dimension.codes, renamed) }
  })
  const what = `the dimension${added.length === 1 ? '' : 's'} ${quotedAll(added.map((one) => one.name))}`
  return changeOnly(revision(codebook, { dimensions: [...codebook.dimensions, ...added] }, { verb: 'import', what }, at))
}

/** Every field of a codebook, those of dimensions without codes included; definitions that share an id are all there. */
const allFieldsOf = ({ dimensions }: Codebook) => dimensions.flatMap((dimension) => [dimension, ...codesIn(dimension.codes)].flatMap((one) => one.fields))

/** Why another codebook can't take the place of the project's, as a sentence; null when it can. The annotations must be loaded. */
export function whyNotReplaced(records: Records, codebook: Codebook): string | null {
  const now = records.codebook.get(THE)
  if (!now) return null
  const [old, entries] = [codeEntries(now), codeEntries(codebook)]
  const lost = [...codeUse(records, 'all')].find(([id, { annotations }]) => annotations > 0 && entries.get(id)?.dimension.unit !== old.get(id)?.dimension.unit)
  if (!lost) return null
  const [id, { annotations }] = lost
  return `${annotations === 1 ? 'One annotation is' : `${annotations} annotations are`} made with ${quoted(old.get(id)?.code.name ?? id)}, which ${entries.has(id) ? 'has another unit' : 'is not'} in the other codebook. Add its dimensions instead.`
}

/**
 * Puts another codebook in the place of the project's, whose versions and log go on; codes of the same id count as the same
 * code, revised where definition or rules differ. Coding sheets lose the dimensions that are no more.
 * Null when nothing would change, and for the reason `whyNotReplaced` tells.
 */
export function replaceCodebook(records: Records, codebook: Codebook, at: Circumstances): Outcome {
  const now = records.codebook.get(THE)
  if (!now || whyNotReplaced(records, codebook) !== null) return null
  const old = codeEntries(now)
  const revisedIn = (code: Code): number => {
    const before = old.get(code.id)?.code
    if (!before) return 0
    const same = before.definition === code.definition && before.include === code.include && before.exclude === code.exclude
    return same ? before.revised : now.version + 1
  }
  const continued = (codes: readonly Code[]): readonly Code[] => codes.map((code) => ({ ...code, revised: revisedIn(code), codes: continued(code.codes) }))
  const dimensions = codebook.dimensions.map((dimension) => ({ ...dimension, codes: continued(dimension.codes) }))
  if (now.name === codebook.name && sameData(now.dimensions, dimensions)) return null
  const { label, edit } = revision(now, { name: codebook.name, dimensions }, { verb: 'replace', what: `the codebook by ${quoted(codebook.name)}` }, at)
  const stays = new Set(dimensions.map((one) => one.id))
  const isGone = (id: string): boolean => !stays.has(id)
  return { label, edits: [edit, ...sheetsWithout(records, isGone, at)] }
}
