import type { Field, FieldValue } from '../../domain/project/field'
import { ChoiceField } from './ChoiceField'
import { LiveText } from './LiveText'
import { ManyField } from './ManyField'
import { NumberField } from './NumberField'

/** Fields that hold all there is to know about them; the others speak of entities, annotations or the text. */
export type PlainField = Extract<Field, { readonly kind: 'text' | 'one-of' | 'many-of' | 'yes-no' | 'ordinal' | 'number' }>

interface Props {
  readonly field: PlainField
  readonly value: FieldValue | undefined
  readonly missing: boolean
  readonly disabled: boolean
  /** Null empties the field. */
  readonly onChange: (value: FieldValue | null) => void
  /** Called when a key has settled the matter, so that one may go on. */
  readonly onDone: () => void
}

const yesAndNo = [{ value: 'yes', label: 'yes' }, { value: 'no', label: 'no' }] as const

/** The control for a plain field of any kind. */
export function FieldControl({ field, value, missing, disabled, onChange, onDone }: Props) {
  const common = { label: field.name, missing, disabled }
  switch (field.kind) {
    case 'text':
      return <LiveText aria-label={field.name} aria-required={field.required} aria-invalid={missing} value={String(value ?? '')} missing={missing} disabled={disabled} placeholder={field.hint} title={field.hint} onType={(text) => { onChange(text === '' ? null : text) }} />
    case 'one-of':
      return <ChoiceField {...common} scale={false} choices={field.options.map(({ id, label }) => ({ value: id, label }))} value={typeof value === 'string' ? value : undefined} onChange={onChange} onDone={onDone} />
    case 'many-of':
      return <ManyField {...common} choices={field.options} value={typeof value === 'object' ? value : []} onChange={(chosen) => { onChange(chosen.length === 0 ? null : chosen) }} />
    case 'yes-no':
      return <ChoiceField {...common} scale={false} choices={yesAndNo} letters={{ y: 'yes', n: 'no' }} value={value === undefined ? undefined : value === true ? 'yes' : 'no'} onChange={(chosen) => { onChange(chosen && chosen === 'yes') }} onDone={onDone} />
    case 'ordinal':
      return <ChoiceField {...common} scale choices={field.options} value={typeof value === 'number' ? value : undefined} onChange={onChange} onDone={onDone} />
    case 'number':
      return <NumberField {...common} min={field.min} max={field.max} required={field.required} placeholder={field.hint} value={typeof value === 'number' ? value : undefined} onChange={onChange} onDone={onDone} />
  }
}
