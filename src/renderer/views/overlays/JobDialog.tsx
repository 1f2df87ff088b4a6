import { ProgressBar } from 'react-aria-components'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { Job } from '../../store/jobs'
import type { Progress } from '../../../preload/contract'
import { useDesk } from '../desk'
import styles from './overlays.module.css'
import { shownWords } from '../../store/outletLabel'

/** Long work: what, how far, Cancel; then what came of it. */
export function JobDialog({ job }: { readonly job: Job }) {
  const { app } = useDesk()
  const session = app.session.get()
  const close = (): void => { app.jobs.current.set(null) }
  switch (job.kind) {
    case 'import':
    case 'export': return <Working title={job.kind === 'import' ? `Reading ${job.label}` : 'Exporting'} progress={job.progress} cancelling={job.cancelling} />
    case 'copy': return <Working title="Making a copy" progress={job.progress} cancelling={job.cancelling} />
    case 'look': return <Working title={job.label} progress={job.progress} cancelling={job.cancelling} />
    case 'change': return <Working title={titleOf(session ? shownWords(session, job.label) : job.label)} progress={job.progress} cancelling={job.cancelling} firm={job.firm} />
    case 'exported': return (
      <Dialog title="Exported" onClose={close} actions={<Button kind="main" autoFocus onClick={close}>Done</Button>}>
        <p>{job.order.shape === 'memos' ? 'The memos were' : job.report.annotations === 1 ? '1 annotation was' : `${job.report.annotations} annotations were`} written to <b className={styles['path']}>{job.report.place}</b>.</p>
        {job.report.masked && <p>Outlets are masked, so it has their labels, and quotations without their names. To export them, reveal the outlets first; what was coded while they were masked stays marked as blind.</p>}
        {job.report.incomplete && <p className={styles['warning']}>Something in it is missing or not as it was imported, because a file of the project is damaged. Mend that file, then export again.</p>}
      </Dialog>
    )
  }
}

const titleOf = (label: string): string => `${label.charAt(0).toUpperCase()}${label.slice(1)}`

/** @param firm once it can't be cancelled any more */
function Working({ title, progress, cancelling, firm = false }: { readonly title: string; readonly progress: Progress | null; readonly cancelling: boolean; readonly firm?: boolean }) {
  const { app } = useDesk()
  return (
    <Dialog title={title} dismissable={false} onClose={() => undefined} actions={<Button autoFocus disabled={cancelling || firm} onClick={() => { void app.jobs.cancel() }}>{cancelling && !firm ? 'Cancelling …' : 'Cancel'}</Button>}>
      <ProgressBar aria-label={title} isIndeterminate={progress === null || progress.total === 0} value={progress?.done ?? 0} maxValue={Math.max(1, progress?.total ?? 1)} className={styles['progress'] ?? ''}>
        {({ percentage }) => <div className={styles['track']}><div className={styles['bar']} style={{ width: `${percentage ?? 8}%` }} /></div>}
      </ProgressBar>
      <p className={styles['now']}>{progress ? howFar(progress) : 'Beginning'}{progress && progress.now !== '' && <> · <bdi>{progress.now}</bdi></>}</p>
    </Dialog>
  )
}

const howFar = ({ done, total, found = 0 }: Progress): string =>
  `${done.toLocaleString('en')} of ${total.toLocaleString('en')}${found > 0 ? `, ${found.toLocaleString('en')} ${found === 1 ? 'article' : 'articles'} found` : ''}`
