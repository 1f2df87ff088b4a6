import type { Shape } from '../../../domain/exporting/kinds'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { Job } from '../../store/jobs'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** Files that are listed by name. */
const MOST = 12

/** What was written, and where. */
export function Exported({ order, report: { place, beside, annotations, masked, incomplete } }: Pick<Extract<Job, { kind: 'exported' }>, 'order' | 'report'>) {
  const { app } = useDesk()
  const close = (): void => { app.jobs.current.set(null) }
  return (
    <Dialog title="Exported" onClose={close} actions={<Button kind="main" autoFocus onClick={close}>Done</Button>}>
      <p>{whatWas(order.shape, annotations)} written to <b className={styles['path']}>{place}</b>.</p>
      {beside.length > 0 && (
        <>
          <p>Beside it:</p>
          <ul className={styles['beside']}>{beside.slice(0, MOST).map((name) => <li key={name}><bdi>{name}</bdi></li>)}{beside.length > MOST && <li>and {beside.length - MOST} more</li>}</ul>
        </>
      )}
      {!order.texts && <p>It holds positions only: no text of an article, no quotation and no example of the codebook. Headlines, notes, memos, fields and names are in it.</p>}
      {masked && <p>Outlets are masked, so it has their labels, and quotations without their names. To export them, reveal the outlets first; what was coded while they were masked stays marked as blind.</p>}
      {incomplete && <p className={styles['warning']}>Something in it is missing or not as it was imported, because a file of the project is damaged. Mend that file, then export again.</p>}
    </Dialog>
  )
}

function whatWas(shape: Shape, annotations: number): string {
  if (shape !== 'annotations') return 'It was'
  return annotations === 1 ? '1 annotation was' : `${annotations.toLocaleString('en')} annotations were`
}
