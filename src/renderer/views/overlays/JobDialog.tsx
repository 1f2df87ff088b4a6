import { ProgressBar } from 'react-aria-components'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { Job } from '../../store/jobs'
import type { Progress } from '../../../preload/contract'
import { useDesk } from '../desk'
import { BroughtIn } from '../work/BroughtIn'
import { Exported } from './Exported'
import styles from './overlays.module.css'
import { shownWords } from '../../store/outletLabel'

/** Long work: what, how far, Cancel; then what came of it. */
export function JobDialog({ job }: { readonly job: Job }) {
  const { app } = useDesk()
  const session = app.session.get()
  switch (job.kind) {
    case 'import':
    case 'export': return <Working title={job.kind === 'import' ? `Reading ${job.label}` : 'Exporting'} progress={job.progress} cancelling={job.cancelling} />
    case 'copy': return <Working title="Making a copy" progress={job.progress} cancelling={job.cancelling} />
    case 'look': return <Working title={job.label} progress={job.progress} cancelling={job.cancelling} />
    case 'change': return <Working title={titleOf(session ? shownWords(session, job.label) : job.label)} progress={job.progress} cancelling={job.cancelling} firm={job.firm} />
    case 'work': return <Working title={job.label} progress={job.progress} cancelling={job.cancelling} firm={job.firm} />
    case 'brought': return <BroughtIn report={job.report} />
    case 'exported': return <Exported order={job.order} report={job.report} />
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
