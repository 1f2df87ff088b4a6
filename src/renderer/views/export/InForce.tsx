import { THE } from '../../../domain/project/records'
import type { ExportAssistant } from '../../store/export/assistant'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import styles from './ExportView.module.css'
import { inForce } from './words'

/** Which limits and options are on, in a line: most of them stand further down, and some are still on from last time. */
export function InForce({ assistant }: { readonly assistant: ExportAssistant }) {
  const order = useCell(assistant.order)
  const { records, seen } = useSession()
  const said = inForce(order, { events: seen.event.size, coders: records.coder.size, dimensions: records.codebook.get(THE)?.dimensions.length ?? 0 })
  return said.length === 0 ? null : <p className={styles['inForce']} role="note" aria-label="What is on">{said.join(' · ')}</p>
}
