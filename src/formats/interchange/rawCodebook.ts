import { colourLines } from '../../domain/project/colours'
import type { Code, Dimension } from '../../domain/project/codebook'
import type { RawCode, RawDimension } from '../work/rawWork'
import { BETWEEN } from './labels'

/** A dimension of ours as others' work gives it. */
export const rawDimension = ({ id, codes, ...rest }: Dimension): RawDimension => ({ key: id, ...rest, codes: codes.map(rawCode) })

const rawCode = ({ id, name, colour, definition, memo, fields, codes, ...rules }: Code): RawCode =>
  ({ key: id, name, colour: colourLines[colour], definition, memo, fields, rules, codes: codes.map(rawCode) })

/** A label that a file uses without saying what it belongs to. */
export interface LooseLabel {
  /** What codings name it by. */
  readonly key: string
  readonly label: string
  /** Whether it is of texts as a whole. */
  readonly whole: boolean
  readonly colour?: string
  /** The dimension it belongs to, if the file says so. */
  readonly dimension?: string
}

type Branch = Omit<RawCode, 'codes'> & { readonly codes: Branch[] }

/** The dimensions that labels make: a path such as `Framing > Conflict` is taken for one, other labels share a dimension. */
export function looseDimensions(labels: Iterable<LooseLabel>): readonly RawDimension[] {
  const dimensions = new Map<string, Omit<RawDimension, 'codes'> & { readonly codes: Branch[] }>()
  for (const { key, label, whole, colour = '', dimension: own } of labels) {
    const path = label.split(BETWEEN)
    const name = path.length > 1 ? path[0] ?? '' : own ?? (whole ? 'Labels of whole texts' : 'Labels')
    const under = `${whole ? 'whole' : 'part'} ${name}`
    const dimension = dimensions.get(under) ?? { key: under, name, definition: '', unit: whole ? 'article' : 'span', choice: 'many', level: 'nominal', mark: 'tint', fields: [], codes: [] }
    dimensions.set(under, dimension)
    plant(dimension.codes, path.length > 1 ? path.slice(1) : path, under, { key, colour })
  }
  return [...dimensions.values()]
}

function plant(codes: Branch[], [name = '', ...rest]: readonly string[], under: string, leaf: { readonly key: string; readonly colour: string }): void {
  const found = codes.findIndex((one) => one.name === name)
  const known = codes[found]
  if (rest.length > 0) {
    const code = known ?? emptyCode(`${under}${BETWEEN}${name}`, name)
    if (!known) codes.push(code)
    plant(code.codes, rest, code.key, leaf)
  } else if (known) codes[found] = { ...known, ...leaf }
  else codes.push({ ...emptyCode(leaf.key, name), colour: leaf.colour })
}

const emptyCode = (key: string, name: string): Branch => ({ key, name, colour: '', definition: '', memo: '', fields: [], codes: [] })
