import { codeEntries, type CodeEntry } from '../../domain/project/codes'
import type { Dimension } from '../../domain/project/codebook'
import { colourLines } from '../../domain/project/colours'
import type { Field, FieldValue } from '../../domain/project/field'
import { codeLabels } from '../interchange/labels'
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

export function controlsOf({ codebook }: ProjectSource): Controls {
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

/**
 * The labelling configuration that tasks of ours go with: a list of labels for each dimension of spans, choices for those of
 * whole articles, and for the fields of codes controls that are shown while a region with one of their labels is chosen.
 */
export function* labellingConfig(source: ProjectSource, controls: Controls): Generator<string, void> {
  yield '<View>\n'
  for (const dimension of source.codebook.dimensions) if (dimension.unit !== 'event') yield* dimensionControl(dimension, controls)
  yield '  <Text name="text" value="$text" granularity="symbol"/>\n'
  for (const { name, field, control } of controls.fields.values()) yield* fieldControl(name, field, control, controls)
  yield '</View>\n'
}

function* dimensionControl({ id, name, unit, choice }: Dimension, { labels, dimensions, entries }: Controls): Generator<string, void> {
  const codes = [...entries.values()].filter(({ dimension }) => dimension.id === id)
  const own = `name="${dimensions.get(id) ?? ''}" toName="text" choice="${choice === 'one' ? 'single' : 'multiple'}"`
  yield `  <Header value="${attribute(name)}"/>\n`
  if (unit === 'article') yield `  <Choices ${own}>\n${codes.map(({ code }) => `    <Choice value="${attribute(labels.get(code.id) ?? '')}"/>\n`).join('')}  </Choices>\n`
  else yield `  <Labels ${own}>\n${codes.map(({ code }) => `    <Label value="${attribute(labels.get(code.id) ?? '')}" background="${colourLines[code.colour]}"/>\n`).join('')}  </Labels>\n`
}

function* fieldControl(name: string, field: Field, control: Control, { labels, entries }: Controls): Generator<string, void> {
  const asked = [...entries.values()].filter(({ fields }) => fields.some(({ id }) => id === field.id)).map(({ code }) => labels.get(code.id) ?? '')
  yield `  <View visibleWhen="region-selected" whenLabelValue="${attribute(asked.join(','))}">\n    <Header value="${attribute(field.name)}"/>\n`
  const own = `name="${name}" toName="text" perRegion="true"`
  if (control === 'textarea') yield `    <TextArea ${own}/>\n`
  else if (control === 'number') yield `    <Number ${own}/>\n`
  else yield `    <Choices ${own} choice="${field.kind === 'many-of' ? 'multiple' : 'single'}">${optionsOf(field).map(([, label]) => `<Choice value="${attribute(label)}"/>`).join('')}</Choices>\n`
  yield '  </View>\n'
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\t': '&#9;', '\r': '&#13;' }

/** A string as an attribute's value; what XML 1.0 can't hold becomes “�”. */
const attribute = (text: string): string => text.replace(/[&<>"\n\t\r]/g, (sign) => signs[sign] ?? sign).replace(/[^\P{Control}\n\t\r\x7f-\x9f]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
