import { Radio, RadioGroup } from 'react-aria-components'
import { shapes } from '../../../domain/exporting/kinds'
import { Button } from '../../controls/Button'
import type { ExportAssistant } from '../../store/export/assistant'
import { formatsFor } from '../../store/export/mended'
import { isNarrowed } from '../../store/export/selected'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import styles from './ExportView.module.css'
import { InForce } from './InForce'
import { Options } from './Options'
import { Parts } from './Parts'
import { shapeWords } from './words'

/** What is exported, and as what. */
export function Settings({ assistant }: { readonly assistant: ExportAssistant }) {
  const order = useCell(assistant.order)
  const masked = useSession().masked.mask !== null
  const offered = shapes.filter((shape) => assistant.formats.some((format) => format.shapes.includes(shape)))
  const able = formatsFor(assistant.formats, order)
  return (
    <aside className={styles['settings']} aria-label="What to export">
      <InForce assistant={assistant} />
      <section>
        <h2>What</h2>
        <RadioGroup aria-label="What" className={styles['radios'] ?? ''} value={order.shape} onChange={(next) => { assistant.change({ shape: shapes.find((shape) => shape === next) ?? order.shape }) }}>
          {offered.map((shape) => <Radio key={shape} value={shape} autoFocus={shape === order.shape} className={styles['radio'] ?? ''}><b>{shapeWords[shape].name}</b><small>{shapeWords[shape].about}</small></Radio>)}
        </RadioGroup>
      </section>
      <section>
        <h2>Format</h2>
        <RadioGroup aria-label="Format" className={styles['radios'] ?? ''} value={order.format} onChange={(next) => { assistant.change({ format: able.find(({ id }) => id === next)?.id ?? order.format }) }}>
          {able.map(({ id, label, about }) => {
            const hidden = masked && id === 'synoptic' && order.shape === 'project'
            return <Radio key={id} value={id} isDisabled={hidden} className={styles['radio'] ?? ''}><b>{label}</b>{hidden ? <small>It holds the outlets, which are masked: reveal them first, in the menu Code.</small> : id === order.format && <small>{about}</small>}</Radio>
          })}
        </RadioGroup>
      </section>
      <section>
        <h2>Which part {isNarrowed(order.selection) && <Button kind="quiet" onClick={() => { assistant.selectAll() }}>Everything</Button>}</h2>
        <Parts assistant={assistant} />
      </section>
      <section>
        <h2>Options</h2>
        <Options assistant={assistant} />
      </section>
    </aside>
  )
}
