import { Select } from '../../controls/Select'
import { TextArea } from '../../controls/TextArea'
import { TextBox } from '../../controls/TextBox'
import { editDimension } from '../../../domain/changes/commands/codebook/dimensions'
import { touchedBy } from '../../../domain/changes/commands/codebook/preview'
import type { Dimension } from '../../../domain/project/codebook'
import { THE } from '../../../domain/project/records'
import { idsIn } from '../../store/codebook/places'
import { useSession } from '../desk'
import { Acts } from './Acts'
import { FieldList } from './FieldList'
import styles from './Form.module.css'
import { Row } from './Row'
import { amounts, counted, levels, marks, units } from './words'

/** Everything that is said about a dimension. */
export function DimensionForm({ dimension }: { readonly dimension: Dimension }) {
  const session = useSession()
  const disabled = session.readOnly !== null
  const set = (change: Partial<Omit<Dimension, 'id' | 'codes'>>): void => { session.perform(editDimension(session.records, dimension.id, change, session.circumstances())) }
  const used = touchedBy(session.records, idsIn(dimension.codes), session.opened.coder.id).annotations
  return (
    <div className={styles['form']}>
      <header className={styles['head']}>
        <TextBox flat className={styles['name'] ?? ''} aria-label="Name of the dimension" value={dimension.name} disabled={disabled} onCommit={(name) => (name.trim() === '' ? false : set({ name: name.trim() }))} />
        <Acts ids={['codebook.delete']} />
      </header>
      <p className={styles['path']}>Dimension of {counted(idsIn(dimension.codes).length, 'code')}</p>
      <Row label="Definition"><TextArea aria-label="Definition" value={dimension.definition} disabled={disabled} rows={2} placeholder="What it is about, and whose scheme it follows" onCommit={(definition) => { set({ definition: definition.trim() }) }} /></Row>
      <Row label="Codes" hint={used > 0 ? `Fixed, because ${used === 1 ? 'one annotation is' : `${used.toLocaleString('en-GB')} annotations are`} of this kind.` : undefined}>
        <Select label="What is coded" value={dimension.unit} choices={units} disabled={disabled || used > 0} onChoose={(unit) => { set({ unit }) }} />
      </Row>
      <Row label="Each takes"><Select label="How many codes each takes" value={dimension.choice} choices={amounts} disabled={disabled} onChoose={(choice) => { set({ choice }) }} /></Row>
      <Row label="Level"><Select label="Level of measurement" value={dimension.level} choices={levels} disabled={disabled} onChoose={(level) => { set({ level }) }} /></Row>
      <Row label="Drawn as" hint={dimension.mark === 'polarity' ? 'Dotted where its first scale is positive, wavy where it is negative, dashed otherwise.' : undefined}><Select label="How it is drawn" value={dimension.mark} choices={marks} disabled={disabled} onChoose={(mark) => { set({ mark }) }} /></Row>
      <h3 className={styles['section']}>Fields</h3>
      <p className={styles['lead']}>Fields of a dimension hold for all its codes.</p>
      <FieldList fields={dimension.fields} above={[]} disabled={disabled} onFields={(change) => { set({ fields: change(session.records.codebook.get(THE)?.dimensions.find((one) => one.id === dimension.id)?.fields ?? []) }) }} />
    </div>
  )
}
