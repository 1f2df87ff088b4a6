import { Select } from '../../controls/Select'
import { TextBox } from '../../controls/TextBox'
import type { Field, FieldValue } from '../../../domain/project/field'
import { answersOf } from '../../../domain/project/fieldList'
import { useSession } from '../desk'
import styles from './Form.module.css'
import { Row } from './Row'

interface Props {
  readonly field: Field
  readonly disabled: boolean
  readonly onDefault: (value: FieldValue | null) => void
}

/** What a field holds at first. What fills a role, a chain or a link is chosen each time, so those have none. */
export function DefaultValue({ field, disabled, onDefault }: Props) {
  const { records } = useSession()
  switch (field.kind) {
    case 'entities':
    case 'role':
    case 'link': return null
    case 'text':
    case 'number': return (
      <Row label="At first">
        <TextBox aria-label="What it holds at first" value={field.default === null ? '' : String(field.default)} disabled={disabled} placeholder="nothing" onCommit={(typed) => {
          const text = typed.trim()
          const value = text === '' ? null : field.kind === 'number' ? Number(text.replace('−', '-').replace(',', '.')) : text
          if (Number.isNaN(value)) return false
          onDefault(value)
          return true
        }} />
      </Row>
    )
    case 'many-of': {
      const chosen = Array.isArray(field.default) ? (field.default as readonly string[]) : []
      const toggle = (id: string): void => {
        const next = field.options.map((one) => one.id).filter((one) => (one === id ? !chosen.includes(one) : chosen.includes(one)))
        onDefault(next.length === 0 ? null : next)
      }
      return <Row label="At first" group><div className={styles['answers']}>{field.options.map(({ id, label }) => <label key={id} className={styles['check']}><input type="checkbox" checked={chosen.includes(id)} disabled={disabled} onChange={() => { toggle(id) }} /><bdi>{label}</bdi></label>)}</div></Row>
    }
    default: {
      const answers = field.kind === 'entity' ? [...records.entity.values()].map((one) => ({ value: one.id, label: one.name })) : answersOf(field) ?? []
      return (
        <Row label="At first">
          <Select label="What it holds at first" value={field.default === null ? '' : String(field.default)} disabled={disabled}
            choices={[{ value: '', label: 'nothing' }, ...answers.map(({ value, label }) => ({ value: String(value), label }))]}
            onChoose={(chosen) => { onDefault(answers.find(({ value }) => String(value) === chosen)?.value ?? null) }} />
        </Row>
      )
    }
  }
}
