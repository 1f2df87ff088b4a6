import { TextBox } from '../../controls/TextBox'
import type { Field } from '../../../domain/project/field'
import { useSession } from '../desk'
import { OptionLine, usable } from './OptionLine'
import styles from './Form.module.css'

type Choosing = Extract<Field, { readonly kind: 'one-of' | 'many-of' }>

interface Props {
  readonly field: Choosing
  readonly disabled: boolean
  readonly onOptions: (options: Choosing['options']) => void
}

/** The options of a field one chooses from. */
export function OptionList({ field, disabled, onOptions }: Props) {
  const session = useSession()
  const { options } = field
  return (
    <>
      {options.map((option, i) => (
        <OptionLine key={option.id} name={option.label} index={i} options={options} field={field} value={option.id} disabled={disabled} onOptions={onOptions}>
          <TextBox aria-label={`Option ${i + 1}`} value={option.label} disabled={disabled} onCommit={(label) => (usable(label) ? onOptions(options.map((one) => (one === option ? { ...one, label: label.trim() } : one))) : false)} />
        </OptionLine>
      ))}
      <span className={styles['option']}><TextBox aria-label="Add an option" value="" disabled={disabled} placeholder="Add an option" onCommit={(label) => { if (usable(label)) onOptions([...options, { id: session.circumstances().id(), label: label.trim() }]) }} /></span>
    </>
  )
}
