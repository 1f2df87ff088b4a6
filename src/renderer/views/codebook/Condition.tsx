import { Select } from '../../controls/Select'
import type { Field } from '../../../domain/project/field'
import { answersOf } from '../../../domain/project/fieldList'
import styles from './Form.module.css'
import { Row } from './Row'

interface Props {
  readonly field: Field
  readonly before: readonly Field[]
  readonly disabled: boolean
  readonly onCondition: (showIf: Field['showIf']) => void
}

/** When a field is asked: always, or only after certain answers to one before it. */
export function Condition({ field, before, disabled, onCondition }: Props) {
  const possible = before.filter((one) => answersOf(one) !== undefined)
  const { showIf } = field
  const asked = possible.find((one) => one.id === showIf?.field)
  const answers = asked ? answersOf(asked) ?? [] : []
  const choose = (id: string): void => {
    const [first] = answersOf(possible.find((one) => one.id === id) ?? field) ?? []
    onCondition(id === '' || !first ? null : { field: id, is: [first.value] })
  }
  const toggle = (value: string | number | boolean): void => {
    if (!showIf) return
    const is = showIf.is.includes(value) ? showIf.is.filter((one) => one !== value) : [...showIf.is, value]
    // Without an answer it would never be asked.
    if (is.length > 0) onCondition({ ...showIf, is })
  }
  return (
    <Row label="Show" group hint={possible.length === 0 && !showIf ? 'To ask it only sometimes, put a choice, scale or yes/no before it.' : undefined}>
      <Select label="Show it if" value={showIf?.field ?? ''} disabled={disabled || (possible.length === 0 && !showIf)} onChoose={choose}
        choices={[{ value: '', label: 'always' }, ...possible.map((one) => ({ value: one.id, label: `only if ${one.name} is …` })), ...(showIf && !asked ? [{ value: showIf.field, label: 'never: the field it depends on is gone' }] : [])]} />
      {asked && (
        <div className={styles['answers']} role="group" aria-label={`Answers of ${asked.name}`}>
          {answers.map(({ value, label }) => <label key={String(value)} className={styles['check']}><input type="checkbox" checked={showIf?.is.includes(value) ?? false} disabled={disabled} onChange={() => { toggle(value) }} /><bdi>{label}</bdi></label>)}
        </div>
      )}
    </Row>
  )
}
