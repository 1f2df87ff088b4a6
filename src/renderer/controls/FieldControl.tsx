import type { Field, FieldValue } from '../../domain/project/field'
import { ChoiceField } from './ChoiceField'
import { LiveText } from './LiveText'

interface Props {
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly missing: boolean
  readonly disabled: boolean
  /** Null empties the field. */
  readonly onChange: (value: FieldValue | null) => void
}

/** The control for a field of any kind. */
export function FieldControl({ field, value, missing, disabled, onChange }: Props) {
  switch (field.kind) {
    case 'text':
      return <LiveText aria-label={field.name} aria-required={field.required} aria-invalid={missing} value={String(value ?? '')} missing={missing} disabled={disabled} placeholder={field.hint} title={field.hint} onType={(text) => { onChange(text === '' ? null : text) }} />
    case 'one-of':
      return <ChoiceField label={field.name} scale={false} choices={field.options.map(({ id, label }) => ({ value: id, label }))} value={value as string | undefined} missing={missing} disabled={disabled} onChange={onChange} />
    case 'ordinal':
      return <ChoiceField label={field.name} scale choices={field.options} value={value as number | undefined} missing={missing} disabled={disabled} onChange={onChange} />
  }
}
