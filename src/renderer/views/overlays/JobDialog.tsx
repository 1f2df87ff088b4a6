import { ProgressBar } from 'react-aria-components'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { ImportReport, Job } from '../../store/jobs'
import type { Progress } from '../../../preload/contract'
import { useDesk } from '../desk'
import styles from './overlays.module.css'

/** Long work: what, how far, Cancel; then what came of it. */
export function JobDialog({ job }: { readonly job: Job }) {
  const { app } = useDesk()
  const close = (): void => { app.jobs.current.set(null) }
  switch (job.kind) {
    case 'import':
    case 'export': return <Working title={job.kind === 'import' ? `Importing ${job.label}` : 'Exporting'} progress={job.progress} cancelling={job.cancelling} />
    case 'look': return <Working title={job.label} progress={job.progress} cancelling={job.cancelling} />
    case 'change': return <Working title={`${job.label.charAt(0).toUpperCase()}${job.label.slice(1)}`} progress={job.progress} cancelling={job.cancelling} firm={job.firm} />
    case 'imported': return <Imported report={job.report} onClose={close} />
    case 'exported': return (
      <Dialog title="Exported" onClose={close} actions={<Button kind="main" autoFocus onClick={close}>Done</Button>}>
        <p>{job.format === 'memos' ? 'The memos were' : job.report.annotations === 1 ? '1 annotation was' : `${job.report.annotations} annotations were`} written to <b className={styles['path']}>{job.report.place}</b>.</p>
        {job.report.incomplete && <p className={styles['warning']}>Something in it is missing or not as it was imported, because a file of the project is damaged. Mend that file, then export again.</p>}
      </Dialog>
    )
  }
}

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

const howFar = ({ done, total }: Progress): string => `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`

function Imported({ report, onClose }: { readonly report: ImportReport; readonly onClose: () => void }) {
  const { app } = useDesk()
  const { articles, refused, cancelled, stopped } = report
  const encodings = [...new Set(articles.map((one) => one.source.encoding))].map((name) => `${articles.filter((one) => one.source.encoding === name).length} ${name}`)
  const toTable = (): void => {
    onClose()
    app.layout.update((layout) => ({ ...layout, view: 'articles' }))
  }
  return (
    <Dialog
      title={stopped !== null ? 'The import stopped' : cancelled ? 'Import cancelled' : 'Import finished'} width={refused.length > 0 ? 'wide' : 'narrow'} onClose={onClose}
      actions={<><Button onClick={onClose}>Done</Button>{articles.length > 0 && <Button kind="main" autoFocus onClick={toTable}>Check outlets and dates</Button>}</>}
    >
      <p><b>{articles.length} {articles.length === 1 ? 'article' : 'articles'}</b> came in{encodings.length > 0 && ` (${encodings.join(', ')})`}{refused.length > 0 && <>, <b>{refused.length} {refused.length === 1 ? 'file' : 'files'}</b> did not</>}.{cancelled && articles.length > 0 && ' What was read before you cancelled was kept; Undo takes it out again.'}</p>
      {stopped !== null && <p className={styles['warning']} role="alert">{stopped} What had come in before is kept; import the rest again when this is mended.</p>}
      {refused.length > 0 && (
        <table className={styles['refused']}>
          <thead><tr><th>File</th><th>Why it was refused</th></tr></thead>
          <tbody>{refused.slice(0, 500).map((one, i) => <tr key={`${one.file}${i}`}><td><bdi>{one.file}</bdi></td><td>{one.message}</td></tr>)}</tbody>
        </table>
      )}
      {refused.length > 500 && <p className={styles['hint']}>and {refused.length - 500} more</p>}
    </Dialog>
  )
}
