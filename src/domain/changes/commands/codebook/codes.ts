import type { Code, Codebook } from '../../../project/codebook'
import { colours } from '../../../project/colours'
import { LONGEST_EXAMPLE } from '../../../project/limits'
import { THE, type Records } from '../../../project/records'
import { sameData } from '../../change'
import type { Circumstances, Outcome } from '../../command'
import { changedParts } from './changedParts'
import { quoted } from './quoted'
import { changeOnly, revision } from './revision'
import { alterCode, codesIn, indexIn, insertCode, placeOf, type Target } from './tree'
import { unitConflict } from './unitConflict'

/** A code that is not there yet, and where it is to stand. */
export interface NewCode extends Target, Pick<Code, 'name'>, Partial<Pick<Code, 'colour' | 'key' | 'definition'>> {}

type CodeParts = Omit<Code, 'id' | 'codes' | 'revised'>

const partNames: Readonly<Record<keyof CodeParts, string>> = {
  name: 'name', colour: 'colour', key: 'key', definition: 'definition', include: 'rule of what to include', exclude: 'rule of what to leave out', examples: 'examples', memo: 'memo',
  ask: 'time to ask for fields', score: 'score', fields: 'fields',
}

/** The code that has a key; undefined when it is free, or no key at all. */
export const keyHolder = (codebook: Codebook, key: string): Code | undefined =>
  key === '' ? undefined : codebook.dimensions.flatMap((dimension) => codesIn(dimension.codes)).find((code) => code.key === key)

/**
 * Adds a code; without a colour it gets its parent's, or one that is used least.
 * Null without a name or a place, or when its key is taken.
 */
export function addCode(records: Records, { name, colour, key = '', definition = '', ...target }: NewCode, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const dimension = codebook?.dimensions.find((one) => one.id === target.dimension)
  const parent = target.parent === null ? undefined : codebook && placeOf(codebook, target.parent)
  if (!codebook || !dimension || (target.parent !== null && parent?.dimension !== dimension)) return null
  if (name.trim() === '' || keyHolder(codebook, key)) return null
  const code: Code = {
    id: at.id(), name: name.trim(), colour: colour ?? parent?.code.colour ?? rarestColour(codebook), key, definition, include: '', exclude: '', examples: [], memo: '', ask: 'later', score: 'none',
    revised: 0, fields: [], codes: [],
  }
  return changeOnly(revision(codebook, { dimensions: insertCode(codebook.dimensions, code, target) }, { verb: 'add', what: `${quoted(code.name)} to ${quoted(parent?.code.name ?? dimension.name)}` }, at))
}

/** Of equally rare ones the first; another dimension's colours count too, as all are seen in one text. */
function rarestColour({ dimensions }: Codebook): Code['colour'] {
  const counts = new Map(colours.map((colour) => [colour, 0]))
  for (const { colour } of dimensions.flatMap(({ codes }) => codesIn(codes))) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts].reduce((least, one) => (one[1] < least[1] ? one : least))[0]
}

/**
 * Changes what a code is; another definition or rule makes it revised in the new version.
 * Null when nothing would change, without a name, and for a key that is taken (see `keyHolder`).
 */
export function editCode(records: Records, id: string, fields: Partial<CodeParts>, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const before = codebook && placeOf(codebook, id)?.code
  const change = before && changedParts(before, fields, partNames)
  if (!codebook || !before || !change) return null
  const { parts, keys, what } = change
  if (parts.name?.trim() === '' || (parts.key !== undefined && keyHolder(codebook, parts.key))) return null
  const revised = keys.some((key) => key === 'definition' || key === 'include' || key === 'exclude') ? codebook.version + 1 : before.revised
  const deed = keys.length === 1 && parts.name !== undefined
    ? { verb: 'rename', what: `${quoted(before.name)} to ${quoted(parts.name)}` } as const
    : { verb: 'change', what: `${what} of ${quoted(before.name)}` } as const
  return changeOnly(revision(codebook, { dimensions: alterCode(codebook.dimensions, id, (code) => [{ ...code, ...parts, revised }]) }, deed, at))
}

/** Why a code can't be moved to a place, as a sentence; null when it can. The annotations must be loaded. */
export function whyNotMoved(records: Records, id: string, { dimension, parent }: Target): string | null {
  const codebook = records.codebook.get(THE)
  const place = codebook && placeOf(codebook, id)
  const target = codebook?.dimensions.find((one) => one.id === dimension)
  const into = codebook && parent !== null ? placeOf(codebook, parent) : undefined
  if (!place || !target || (parent !== null && into?.dimension !== target)) return 'The code, or the place it was to be moved to, is no longer in the codebook.'
  if (parent === id || into?.parents.some((one) => one.id === id)) return `${quoted(place.code.name)} can’t be moved into itself.`
  const conflict = unitConflict(records, [place.code], place.dimension.unit, target.unit)
  return conflict === null ? null : `${quoted(place.code.name)} can’t be moved to ${quoted(target.name)}: ${conflict}`
}

/**
 * Moves a code with the codes in it; their annotations stay with them. `index` counts among the new siblings without it.
 * Null when it would stay where it is, and for the reasons `whyNotMoved` tells.
 */
export function moveCode(records: Records, id: string, target: Target & { readonly index: number }, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const place = codebook && placeOf(codebook, id)
  if (!codebook || !place || whyNotMoved(records, id, target) !== null) return null
  const { code, dimension, parents, index } = place
  const within = dimension.id === target.dimension && (parents.at(-1)?.id ?? null) === target.parent
  const others = (parents.at(-1) ?? dimension).codes.filter((one) => one !== code)
  if (within && indexIn(others, target.index) === index) return null
  const dimensions = insertCode(alterCode(codebook.dimensions, id, () => []), code, target)
  const where = target.parent === null ? codebook.dimensions.find((one) => one.id === target.dimension) : placeOf(codebook, target.parent)?.code
  return changeOnly(revision(codebook, { dimensions }, { verb: 'move', what: `${quoted(code.name)} ${within ? 'within' : 'to'} ${quoted(where?.name ?? '')}` }, at))
}

/** Adds a passage that shows what a code means. Null when it is empty or longer than an example may be, or there already. */
export function addExample(records: Records, id: string, { quote, from }: { readonly quote: string; readonly from: string }, at: Circumstances): Outcome {
  const examples = exampleList(records, id)
  if (!examples || quote.trim() === '' || quote.length > LONGEST_EXAMPLE || examples.some((one) => sameData(one, { quote, from }))) return null
  return editCode(records, id, { examples: [...examples, { quote, from }] }, at)
}

/** Takes one of a code's examples out. */
export function removeExample(records: Records, id: string, index: number, at: Circumstances): Outcome {
  return editCode(records, id, { examples: exampleList(records, id)?.filter((_, i) => i !== index) }, at)
}

function exampleList(records: Records, id: string): Code['examples'] | undefined {
  const codebook = records.codebook.get(THE)
  return codebook && placeOf(codebook, id)?.code.examples
}
