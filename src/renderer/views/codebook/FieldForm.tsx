import { Select } from '../../controls/Select'
import { TextBox } from '../../controls/TextBox'
import type { Field } from '../../../domain/project/field'
import { Condition } from './Condition'
import { DefaultValue } from './DefaultValue'
import styles from './Form.module.css'
import { OptionList } from './OptionList'
import { Row } from './Row'
import { ScaleList } from './ScaleList'
import { levels } from './words'

interface Props {
  readonly field: Field
  /** The fields that are asked before it. */
  readonly before: readonly Field[]
  readonly disabled: boolean
  readonly onField: (field: Field) => void
}

/** What is said about one field. */
export function FieldForm({ field, before, disabled, onField }: Props) {
  return (
    <div className={styles['fieldForm']}>
      <Row label="Name"><TextBox autoFocus={!disabled && field.name.startsWith('New ')} onFocus={(event) => { if (field.name.startsWith('New ')) event.target.select() }} aria-label="Name of the field" value={field.name} disabled={disabled} onCommit={(name) => (name.trim() === '' ? false : onField({ ...field, name: name.trim() }))} /></Row>
      <Row label="Hint"><TextBox aria-label="Hint" value={field.hint} disabled={disabled} placeholder="What to enter" onCommit={(hint) => { onField({ ...field, hint: hint.trim() }) }} /></Row>
      {(field.kind === 'one-of' || field.kind === 'many-of') && <Row label="Options" group><OptionList field={field} disabled={disabled} onOptions={(options) => { onField({ ...field, options }) }} /></Row>}
      {field.kind === 'ordinal' && <Row label="Steps" group><ScaleList field={field} disabled={disabled} onOptions={(options) => { onField({ ...field, options }) }} /></Row>}
      {field.kind === 'number' && (
        <Row label="Between" group>
          <span className={styles['pair']}>
            <Bound label="Least" value={field.min} disabled={disabled} onBound={(min) => { onField({ ...field, min }) }} /> and
            <Bound label="Most" value={field.max} disabled={disabled} onBound={(max) => { onField({ ...field, max }) }} />
          </span>
        </Row>
      )}
      <Row label="Required"><label className={styles['check']}><input type="checkbox" checked={field.required} disabled={disabled} onChange={(event) => { onField({ ...field, required: event.target.checked }) }} />An annotation is incomplete without it</label></Row>
      <DefaultValue field={field} disabled={disabled} onDefault={(value) => { onField({ ...field, default: value }) }} />
      <Condition field={field} before={before} disabled={disabled} onCondition={(showIf) => { onField({ ...field, showIf }) }} />
      <Row label="Level"><Select label="Level of measurement of the field" value={field.level} choices={levels} disabled={disabled} onChoose={(level) => { onField({ ...field, level }) }} /></Row>
    </div>
  )
}

function Bound({ label, value, disabled, onBound }: { readonly label: string; readonly value: number | null; readonly disabled: boolean; readonly onBound: (value: number | null) => void }) {
  return (
    <TextBox aria-label={label} inputMode="decimal" value={value === null ? '' : String(value)} disabled={disabled} placeholder="any" onCommit={(typed) => {
      const number = typed.trim() === '' ? null : Number(typed.replace(',', '.').replace('−', '-'))
      if (Number.isNaN(number)) return false
      onBound(number)
      return true
    }} />
  )
}
