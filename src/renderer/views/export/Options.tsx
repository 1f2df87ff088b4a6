import { Select } from '../../controls/Select'
import type { ExportAssistant } from '../../store/export/assistant'
import { asksBy, asksLineEnds, asksScripts } from '../../store/export/mended'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import styles from './ExportView.module.css'
import { byWords, lineEndWords, scripts } from './words'

const bys = (['coder', 'together', 'adjudicated'] as const).map((value) => ({ value, label: byWords[value] }))
const ends = (['lf', 'crlf'] as const).map((value) => ({ value, label: lineEndWords[value] }))

/** How it is written, as far as that is a question with this shape and format. */
export function Options({ assistant }: { readonly assistant: ExportAssistant }) {
  const order = useCell(assistant.order)
  const coders = Array.from(useSession().records.coder.values(), ({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={styles['parts']}>
      <label className={styles['tick']}>
        <input type="checkbox" checked={!order.texts} onChange={(event) => { assistant.change({ texts: !event.target.checked }) }} />
        <span>Positions only <small>No text of an article, no quotation and no example of the codebook: for sharing the coding of texts under copyright</small></span>
      </label>
      {asksBy(order) && (
        <div className={styles['part']}><span>Rows</span><Select label="Rows" value={order.by} choices={bys} onChoose={(by) => { assistant.change({ by }) }} /></div>
      )}
      {asksBy(order) && order.by === 'adjudicated' && (
        <div className={styles['part']}><span>Final coder</span><Select label="Final coder" value={order.adjudicator ?? ''} choices={[{ value: '', label: 'Choose …' }, ...coders]} onChoose={(coder) => { assistant.change({ adjudicator: coder === '' ? null : coder }) }} /></div>
      )}
      {asksLineEnds(order) && (
        <div className={styles['part']}><span>Line breaks</span><Select label="Line breaks" value={order.lineEnds} choices={ends} onChoose={(lineEnds) => { assistant.change({ lineEnds }) }} /></div>
      )}
      {asksScripts(order) && (
        <fieldset className={styles['scripts']}>
          <legend>A script that reads it with labels and levels set</legend>
          {scripts.map(({ id, name }) => (
            <label key={id} className={styles['tick']}><input type="checkbox" checked={order.scripts.includes(id)} onChange={(event) => { assistant.change({ scripts: event.target.checked ? [...order.scripts, id] : order.scripts.filter((one) => one !== id) }) }} /> {name}</label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
