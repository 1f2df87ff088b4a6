import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import type { Dimension } from '../../domain/project/codebook'
import { colourLines } from '../../domain/project/colours'
import type { Field, FieldValue } from '../../domain/project/field'
import { codeLabels } from '../interchange/labels'
import { element } from '../refi/xmlText'
import type { ProjectSource } from '../source'

/** How a field is asked of a region: by choices, in words, or as a number. Parts, links and entities have no control. */
export type Control = 'choices' | 'textarea' | 'number'

/** A codebook as controls of Label Studio: names of controls by id, of dimensions and of fields. */
export interface Controls {
  readonly labels: ReadonlyMap<string, string>
  readonly dimensions: ReadonlyMap<string, string>
  readonly fields: ReadonlyMap<string, { readonly name: string; readonly field: Field; readonly control: Control }>
  readonly entries: ReadonlyMap<string, CodeEntry>
}

export function controlsOf({ codebook }: Pick<ProjectSource, 'codebook'>): Controls {
  const entries = codeEntries(codebook)
  const fields = new Map<string, { name: string; field: Field; control: Control }>()
  for (const field of [...entries.values()].flatMap((entry) => entry.fields)) {
    const control = controlOf(field)
    if (control && !fields.has(field.id)) fields.set(field.id, { name: `field${fields.size + 1}`, field, control })
  }
  return { labels: codeLabels(codebook), dimensions: new Map(codebook.dimensions.map(({ id }, i) => [id, `dimension${i + 1}`])), fields, entries }
}

function controlOf({ kind }: Field): Control | undefined {
  if (kind === 'text') return 'textarea'
  if (kind === 'number') return 'number'
  return kind === 'one-of' || kind === 'many-of' || kind === 'yes-no' || kind === 'ordinal' ? 'choices' : undefined
}

/** What there is to choose from in a field, as [value, label]; of others nothing. */
export function optionsOf(field: Field): readonly (readonly [value: FieldValue, label: string])[] {
  switch (field.kind) {
    case 'one-of':
    case 'many-of': return field.options.map(({ id, label }) => [id, label])
    case 'ordinal': return field.options.map(({ value, label }) => [value, label])
    case 'yes-no': return [[true, 'yes'], [false, 'no']]
    default: return []
  }
}

/** What was entered in a control, as a value of its field; undefined for what the field does not take. */
export function enteredIn({ field, control }: { readonly field: Field; readonly control: Control }, entered: readonly unknown[]): FieldValue | undefined {
  const [first] = entered
  if (control === 'number') return typeof first === 'number' ? first : undefined
  if (control === 'textarea') return entered.every((one) => typeof one === 'string') ? entered.join('\n') : undefined
  const chosen = optionsOf(field).filter(([, label]) => entered.includes(label)).map(([value]) => value)
  return field.kind === 'many-of' ? chosen.filter((one) => typeof one === 'string') : chosen[0]
}

/**
 * The labelling configuration that tasks of ours go with: a list of labels for each dimension of spans, choices for those of
 * whole articles, and for the fields of codes controls that are shown while a region with one of their labels is chosen.
 */
export const labellingConfig = ({ codebook }: ProjectSource, controls: Controls): string => element(
  'View', {},
  ...codebook.dimensions.filter(({ unit }) => unit !== 'event').map((dimension) => dimensionControl(dimension, controls)),
  element('Text', { name: 'text', value: '$text', granularity: 'symbol' }),
  ...[...controls.fields.values()].map(({ name, field, control }) => fieldControl(name, field, control, controls)),
)

function dimensionControl({ id, name, unit, choice }: Dimension, { labels, dimensions, entries }: Controls): string {
  const codes = [...entries.values()].filter(({ dimension }) => dimension.id === id).map(({ code }) => code)
  const own = { name: dimensions.get(id), toName: 'text', choice: choice === 'one' ? 'single' : 'multiple' }
  const control = unit === 'article'
    ? element('Choices', own, ...codes.map((code) => element('Choice', { value: labels.get(code.id) })))
    : element('Labels', own, ...codes.map((code) => element('Label', { value: labels.get(code.id), background: colourLines[code.colour] })))
  return element('Header', { value: name }) + control
}

function fieldControl(name: string, field: Field, control: Control, { labels, entries }: Controls): string {
  const asked = [...entries.values()].filter(({ fields }) => fields.some(({ id }) => id === field.id)).map(({ code }) => labels.get(code.id) ?? '')
  const own = { name, toName: 'text', perRegion: 'true' }
  const input = control === 'textarea' ? element('TextArea', own)
    : control === 'number' ? element('Number', own)
    : element('Choices', { ...own, choice: field.kind === 'many-of' ? 'multiple' : 'single' }, ...optionsOf(field).map(([, label]) => element('Choice', { value: label })))
  return element('View', { visibleWhen: 'region-selected', whenLabelValue: asked.join(',') }, element('Header', { value: field.name }), input)
}
