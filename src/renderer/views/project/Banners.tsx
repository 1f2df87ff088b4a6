import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './ProjectView.module.css'

/** What stands between the researcher and their work: read-only projects and damaged files. */
export function Banners() {
  const { app } = useDesk()
  const session = useSession()
  const damaged = useCell(session.damaged)
  return (
    <>
      {session.readOnly !== null && <div className={styles['banner']} role="status"><div><b>Read only.</b> {session.readOnly}</div></div>}
      {damaged.map((one) => (
        <div key={one.file} className={`${styles['banner']} ${styles['damage']}`} role="alert">
          <div>
            <b>{nameOf(one.file, session.seen.article)} is damaged:</b> it {one.problem}. {one.keptAs !== '' && <>The file as it is was kept as {one.keptAs}. </>}
            {one.previous
              ? `The version before it, of ${new Date(one.previous.written).toLocaleString()}, holds ${one.previous.records} ${one.previous.records === 1 ? 'record' : 'records'}.`
              : 'There is no version before it. The rest of the project is open and can be worked on.'}
          </div>
          {one.previous && <Button onClick={() => { void app.mend(one.file, 'previous') }}>Go back to that version</Button>}
          {!one.previous && session.readOnly === null && one.file.startsWith('annotations/') && <Button onClick={() => { void app.mend(one.file, 'nothing') }}>Start it afresh</Button>}
        </div>
      ))}
    </>
  )
}

function nameOf(file: string, articles: ReadonlyMap<string, { readonly headline: string; readonly outlet: string }>): string {
  const article = articles.get(/([^/]+)\.\w+$/.exec(file)?.[1] ?? '')
  if (!article) return `The file ${file}`
  return `${file.startsWith('annotations/') ? 'Annotations of' : 'The text of'} “${article.headline || article.outlet}”`
}
