import type { Dimension } from '../../../project/codebook'
import { THE, type Records } from '../../../project/records'
import type { Circumstances, Outcome } from '../../command'
import type { Plan } from '../../plan'
import { changedParts } from './changedParts'
import { touchedBy } from './preview'
import { quoted } from './quoted'
import { removalOf } from './removal'
import { changeOnly, planFor, revision } from './revision'
import { sheetsWithout } from './sheetsWithout'
import { alterDimension, codesIn, indexIn, inserted } from './tree'
import { unitConflict } from './unitConflict'

/** A dimension that is not there yet; `index` is its position among the others. */
export interface NewDimension extends Pick<Dimension, 'name' | 'unit'> {
  readonly choice?: Dimension['choice']
  readonly mark?: Dimension['mark']
  readonly index?: number
}

type DimensionParts = Omit<Dimension, 'id' | 'codes'>

const partNames: Readonly<Record<keyof DimensionParts, string>> = {
  name: 'name', definition: 'definition', unit: 'unit', choice: 'number of codes per unit', level: 'level of measurement', mark: 'mark', fields: 'fields',
}

/** Adds a dimension without codes: several codes per unit, drawn as a tint and nominal unless told otherwise. Null without a name. */
export function addDimension(records: Records, { name, unit, choice = 'many', mark = 'tint', index }: NewDimension, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  if (!codebook || name.trim() === '') return null
  const dimension: Dimension = { id: at.id(), name: name.trim(), definition: '', unit, choice, level: 'nominal', mark, fields: [], codes: [] }
  return changeOnly(revision(codebook, { dimensions: inserted(codebook.dimensions, index, dimension) }, { verb: 'add', what: `the dimension ${quoted(dimension.name)}` }, at))
}

/** Why a dimension can't be about another unit, as a sentence; null when it can. The annotations must be loaded. */
export function whyNotInUnit(records: Records, id: string, unit: Dimension['unit']): string | null {
  const dimension = records.codebook.get(THE)?.dimensions.find((one) => one.id === id)
  return dimension ? unitConflict(records, dimension.codes, dimension.unit, unit) : null
}

/** Changes what a dimension is. Null when nothing would change, without a name, and for another unit where its codes are used. */
export function editDimension(records: Records, id: string, fields: Partial<DimensionParts>, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const before = codebook?.dimensions.find((one) => one.id === id)
  const change = before && changedParts(before, fields, partNames)
  if (!codebook || !before || !change) return null
  const { parts, keys, what } = change
  if (parts.name?.trim() === '' || (parts.unit !== undefined && whyNotInUnit(records, id, parts.unit) !== null)) return null
  const dimensions = alterDimension(codebook.dimensions, id, (one) => ({ ...one, ...parts }))
  const deed = keys.length === 1 && parts.name !== undefined
    ? { verb: 'rename', what: `the dimension ${quoted(before.name)} to ${quoted(parts.name)}` } as const
    : { verb: 'change', what: `${what} of the dimension ${quoted(before.name)}` } as const
  return changeOnly(revision(codebook, { dimensions }, deed, at))
}

/** Puts a dimension at another position; `index` counts among the others. */
export function moveDimension(records: Records, id: string, index: number, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const from = codebook?.dimensions.findIndex((one) => one.id === id) ?? -1
  const dimension = codebook?.dimensions[from]
  if (!codebook || !dimension) return null
  const others = codebook.dimensions.filter((one) => one !== dimension)
  if (indexIn(others, index) === from) return null
  return changeOnly(revision(codebook, { dimensions: inserted(others, index, dimension) }, { verb: 'move', what: `the dimension ${quoted(dimension.name)}` }, at))
}

/**
 * Deletes a dimension with its codes, everybody's annotations made with them, and what coding sheets say about it.
 * The annotations and sheets must be loaded.
 */
export function deleteDimension(records: Records, id: string, at: Circumstances): Plan | null {
  return planFor(() => {
    const codebook = records.codebook.get(THE)
    const dimension = codebook?.dimensions.find((one) => one.id === id)
    if (!codebook || !dimension) return null
    const codes = new Set(codesIn(dimension.codes).map((code) => code.id))
    return {
      ...revision(codebook, { dimensions: codebook.dimensions.filter((one) => one !== dimension) }, { verb: 'delete', what: `the dimension ${quoted(dimension.name)}` }, at),
      touched: () => touchedBy(records, codes, at.coder).annotations,
      *rest() {
        yield* removalOf(records, codes)
        yield* sheetsWithout(records, (one) => one === id, at)
      },
    }
  })
}
