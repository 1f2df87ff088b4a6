import type { SourceFile } from '../import/sourceFile'
import { hasText, textOf } from '../import/text'
import { bareDocument, gather, TextFields, utf16 } from '../interchange/gather'
import { bareMark, type Mark } from '../interchange/mark'
import type { LooseLabel } from '../interchange/rawCodebook'
import { Losses } from '../work/losses'
import type { WorkReader } from '../work/reader'
import { cellParts, layersIn, type CellPart, type Layer } from './columns'
import { readTsv, type Token } from './sentences'

/**
 * WebAnno TSV 3 (WebAnno and INCEpTION user guides, appendix): a token a line with a column for each feature of each layer. A span is
 * a coding with the value of the feature `value`, or else its first one; its layer is the dimension, other features are text
 * fields. Positions are UTF-16 units. Relations and chains are losses.
 */
export const webannoWork: WorkReader = {
  id: 'webanno',
  label: 'WebAnno TSV 3',
  takes: 'file',
  recognises: (file) => hasText(file) && /^#FORMAT=WebAnno TSV 3/.test(textOf(file)),
  read([file]) {
    const { text, tokens, head } = readTsv(file ? textOf(file) : '')
    const losses = new Losses(), fields = new TextFields(), labels = new Map<string, Partial<LooseLabel>>()
    const marks: Mark[] = []
    for (const layer of layersIn(head)) {
      if (layer.kind === 'span') marks.push(...spansIn(layer, tokens, { losses, fields, labels }))
      else losses.add(layer.kind === 'chain' ? 'chains of mentions' : 'relations between codings', partsIn(layer, tokens))
    }
    const name = nameOf(file)
    const raw = gather({ format: 'webanno', program: 'WebAnno or INCEpTION', name: '', usual: utf16, head: null, coders: new Map(), labels, fields: fields.list(), losses: losses.all, documents: [{ document: bareDocument(name, name, text), marks, kept: null }] })
    return { raw }
  },
}

const nameOf = (file: SourceFile | undefined): string => (file?.name.split('/').at(-1) ?? '').replace(/\.tsv$/i, '')

const partsIn = ({ column }: Layer, tokens: readonly Token[]): number => tokens.reduce((sum, { cells }) => sum + cellParts(cells[column] ?? '_').length, 0)

interface Findings { readonly losses: Losses; readonly fields: TextFields; readonly labels: Map<string, Partial<LooseLabel>> }

interface Open { readonly start: number; end: number; /** Null for what is longer than a token. */ word: string | null; readonly values: readonly (string | undefined)[] }

/** The spans of a layer: what has a number goes on over its tokens, all else is one token or a part of one. */
function spansIn(layer: Layer, tokens: readonly Token[], findings: Findings): readonly Mark[] {
  const open = new Map<string, Open>(), spans: Open[] = []
  for (const { start, end, word, cells } of tokens) {
    const columns = Array.from({ length: layer.width }, (_none, i) => cellParts(cells[layer.column + i] ?? '_'))
    for (const at of (columns.find((parts) => parts.length > 0) ?? []).keys()) {
      const parts: (CellPart | undefined)[] = columns.map((column) => column[at]), id = parts.find((part) => part?.id !== undefined)?.id
      const going = id === undefined ? undefined : open.get(id)
      if (going) Object.assign(going, { end: Math.max(going.end, end), word: null })
      else {
        const span: Open = { start, end, word, values: parts.map((part) => part?.value) }
        spans.push(span)
        if (id !== undefined) open.set(id, span)
      }
    }
  }
  return spans.flatMap((span) => markOf(layer, span, findings))
}

function markOf({ name, features }: Layer, { start, end, word, values }: Open, { losses, fields, labels }: Findings): readonly Mark[] {
  if (start === end) {
    losses.add('codings of no length')
    return []
  }
  const main = Math.max(0, features.indexOf('value')), value = values[main] ?? values.find((one) => one !== undefined)
  const label = value === undefined ? name : `${name}: ${value}`
  labels.set(label, { label: value ?? name, dimension: name })
  const rest = features.flatMap((feature, i) => (values[i] === undefined || values[i] === value ? [] : [[fields.id(feature), values[i] ?? ''] as const]))
  return [{ ...bareMark, label, places: [{ start, end, snippet: word }], values: Object.fromEntries(rest) }]
}
