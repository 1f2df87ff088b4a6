import type { Code, Dimension } from '../../domain/project/codebook'
import { LONGEST_LINE, LONGEST_MEMO } from '../../domain/project/limits'
import { nearestColour } from './nearestColour'
import type { RawCode, RawCoding, RawDimension, RawWork } from './rawWork'
import type { WorkIds } from './workIds'

type Unit = Dimension['unit']

/** A code as an annotation needs it. */
export interface CodeHere {
  readonly id: string
  readonly unit: Unit
  readonly fields: Dimension['fields']
}

export interface PlacedCodebook {
  readonly dimensions: readonly Dimension[]
  /** What a coding's code is here; undefined for a code that the file does not define. */
  readonly codeOf: (coding: RawCoding) => CodeHere | undefined
  /** Id of a dimension by its key in the file. */
  readonly dimension: (key: string) => string | undefined
}

/**
 * The dimensions of others' work as ours. Other programs apply one code to passages and to whole documents alike, while a dimension of
 * ours has one unit: where the file does not name it, or codings don't keep to it, a second dimension takes those of the other unit.
 * @param isEvent whether a coding is of an event
 */
export function placedCodebook(work: RawWork, ids: WorkIds, isEvent: (coding: RawCoding) => boolean): PlacedCodebook {
  const usedUnits = unitsByCode(work, isEvent)
  const dimensions: Dimension[] = []
  const known = new Map<string, Map<Unit, CodeHere>>(), dimensionIds = new Map<string, string>()
  let rank = 0
  for (const raw of work.dimensions) {
    const [main, ...more] = unitsOf(raw, usedUnits)
    for (const unit of [main, ...more]) {
      if (unit === undefined) continue
      const second = unit !== main
      const keeps = (code: RawCode): boolean => !second || hasUse(code, unit, usedUnits)
      const made = (codes: readonly RawCode[], path: readonly string[], above: Dimension['fields']): readonly Code[] => codes.filter(keeps).map((code) => {
        const here = [...path, code.name], fields = [...above, ...code.fields]
        const id = second ? ids('code', `${code.key} ${unit}`, ...here) : ids('code', code.key, ...here)
        const units = known.get(code.key) ?? new Map<Unit, CodeHere>()
        known.set(code.key, units.set(unit, { id, unit, fields }))
        const colour = nearestColour(code.colour, rank)
        rank += 1
        return { ...blankCode, id, name: line(code.name), colour, definition: line(code.definition), memo: code.memo.slice(0, LONGEST_MEMO), ...code.rules, ...(second && { key: '' }), fields: code.fields, codes: made(code.codes, here, fields) }
      })
      const name = second ? `${line(raw.name)} (${unitWords[unit]})` : line(raw.name)
      const id = second ? ids('dimension', `${raw.key} ${unit}`, raw.name) : ids('dimension', raw.key, raw.name)
      if (!second) dimensionIds.set(raw.key, id)
      dimensions.push({
        id, name, definition: line(raw.definition), unit,
        choice: raw.choice ?? 'many', level: raw.level ?? 'nominal', mark: raw.mark ?? 'tint', fields: raw.fields, codes: made(raw.codes, [raw.name], raw.fields),
      })
    }
  }
  return {
    dimensions,
    dimension: (key) => dimensionIds.get(key),
    codeOf: (coding) => {
      const units = known.get(coding.code)
      return units?.get(unitOf(coding, isEvent)) ?? (coding.places.length > 0 ? units?.values().next().value : wholeOf(units, isEvent(coding)))
    },
  }
}

const blankCode = { key: '', include: '', exclude: '', examples: [], ask: 'later', score: 'none', revised: 0 } as const satisfies Partial<Code>

const unitWords: Readonly<Record<Unit, string>> = { span: 'passages', paragraph: 'paragraphs', article: 'whole articles', event: 'whole events' }

const line = (text: string): string => text.slice(0, LONGEST_LINE)

/** Without places only what needs none will do. */
const wholeOf = (units: ReadonlyMap<Unit, CodeHere> | undefined, event: boolean): CodeHere | undefined => units?.get(event ? 'event' : 'article')

const unitOf = (coding: RawCoding, isEvent: (coding: RawCoding) => boolean): Unit => (isEvent(coding) ? 'event' : coding.places.length > 0 ? 'span' : 'article')

function unitsByCode({ codings }: RawWork, isEvent: (coding: RawCoding) => boolean): ReadonlyMap<string, ReadonlySet<Unit>> {
  const units = new Map<string, Set<Unit>>()
  for (const coding of codings) units.set(coding.code, (units.get(coding.code) ?? new Set()).add(unitOf(coding, isEvent)))
  return units
}

const hasUse = (code: RawCode, unit: Unit, used: ReadonlyMap<string, ReadonlySet<Unit>>): boolean =>
  used.get(code.key)?.has(unit) === true || code.codes.some((one) => hasUse(one, unit, used))

/** The units a dimension's codes come in here, the one it is of first. */
function unitsOf({ unit, codes }: RawDimension, used: ReadonlyMap<string, ReadonlySet<Unit>>): readonly Unit[] {
  const there = (['span', 'article', 'event'] as const).filter((one) => codes.some((code) => hasUse(code, one, used)))
  if (unit === undefined) return there.length > 0 ? there : ['span']
  // A passage may back what is said of a paragraph or of the whole article; what is said of an event stands in no article.
  return [unit, ...there.filter((one) => one !== unit && (one !== 'span' || unit === 'event'))]
}
