import { TextBox } from '../../controls/TextBox'
import type { Field } from '../../../domain/project/field'
import { OptionLine, usable } from './OptionLine'
import styles from './Form.module.css'

type Scale = Extract<Field, { readonly kind: 'ordinal' }>

interface Props {
  readonly field: Scale
  readonly disabled: boolean
  readonly onOptions: (options: Scale['options']) => void
}

/** The steps of a scale: a number, which counts, and what stands for it. */
export function ScaleList({ field, disabled, onOptions }: Props) {
  const { options } = field
  const next = Math.max(...options.map((one) => one.value)) + 1
  const number = (typed: string, own: number): number | undefined => {
    const value = typed.trim() === '' ? NaN : Number(typed.trim().replace('−', '-').replace(',', '.'))
    return Number.isFinite(value) && !options.some((one) => one.value === value && one.value !== own) ? value : undefined
  }
  return (
    <>
      {options.map((option, i) => (
        <OptionLine key={option.value} name={option.label} index={i} options={options} field={field} value={option.value} disabled={disabled} onOptions={onOptions}>
          <TextBox className={styles['number'] ?? ''} aria-label={`Number of step ${i + 1}`} title="A number no other step has" value={String(option.value)} disabled={disabled} onCommit={(typed) => {
            const value = number(typed, option.value)
            if (value === undefined) return false
            onOptions(options.map((one) => (one === option ? { ...one, value } : one)))
            return true
          }} />
          <TextBox aria-label={`Label of step ${i + 1}`} value={option.label} disabled={disabled} onCommit={(label) => (usable(label) ? onOptions(options.map((one) => (one === option ? { ...one, label: label.trim() } : one))) : false)} />
        </OptionLine>
      ))}
      <span className={styles['option']}><TextBox aria-label="Add a step" value="" disabled={disabled} placeholder={`Add a step: label of ${next}`} onCommit={(label) => { if (usable(label)) onOptions([...options, { value: next, label: label.trim() }]) }} /></span>
    </>
  )
}
