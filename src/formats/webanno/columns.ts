/** A layer of annotations as the head of a WebAnno TSV file declares it. */
export interface Layer {
  readonly kind: 'span' | 'chain' | 'relation'
  /** Its type's name without its package, such as `NamedEntity`. */
  readonly name: string
  readonly features: readonly string[]
  /** Its first column behind those of the token, from 0. */
  readonly column: number
  readonly width: number
}

const kinds: Readonly<Record<string, Layer['kind']>> = { SP: 'span', CH: 'chain', RL: 'relation' }

/** The layers of the lines `#T_SP=type|feature|…`, in the order of their columns. A layer without features has one column. */
export function layersIn(lines: readonly string[]): readonly Layer[] {
  const layers: Layer[] = []
  let column = 0
  for (const line of lines) {
    const [, kind = '', declared = ''] = /^#T_(SP|CH|RL)=(.*)$/.exec(line) ?? []
    const known = kinds[kind]
    if (!known) continue
    const [type = '', ...features] = declared.split('|').filter((one, i) => i === 0 || one !== '')
    const width = Math.max(1, features.length)
    layers.push({ kind: known, name: type.split('.').at(-1) ?? type, features: features.map((one) => one.split('.').at(-1) ?? one), column, width })
    column += width
  }
  return layers
}

/** One annotation in a cell: its value, undefined for none, and the number that ties its tokens together. */
export interface CellPart {
  readonly value: string | undefined
  readonly id: string | undefined
}

/** The annotations that are stacked in a cell; `_` is none, `*` one without a value, `value[2]` one over several tokens. */
export function cellParts(cell: string): readonly CellPart[] {
  if (cell === '_' || cell === '') return []
  return split(cell, '|').map((part) => {
    const [, body = part, id] = /^(.*?)(?:(?<!\\)\[(\d+)\])?$/s.exec(part) ?? []
    return { value: body === '*' || body === '_' ? undefined : unescaped(body), id }
  })
}

function split(cell: string, sign: string): readonly string[] {
  const parts: string[] = ['']
  for (let at = 0; at < cell.length; at += 1) {
    const one = cell.charAt(at)
    if (one === sign) parts.push('')
    else parts[parts.length - 1] += one === '\\' ? one + cell.charAt(at += 1) : one
  }
  return parts
}

/** As the format escapes: `\t`, `\n`, `\r`, `\->`, and a backslash before any sign that means something. */
export const unescaped = (text: string): string => text.replace(/\\(->|.)/gsu, (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign)
