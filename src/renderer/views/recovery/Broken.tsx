import type { BrokenFile, Replacement } from '../../../preload/contract'
import { useDesk } from '../desk'
import styles from './RecoveryView.module.css'
import { Versions, type Offer } from './Versions'
import { countOf, whatFileHolds } from './words'

/** A file without which the project does not open, and what could come in its place. */
export function Broken({ broken: { damage, versions, dispensable }, busy }: { readonly broken: BrokenFile; readonly busy: boolean }) {
  const { app: { recovery } } = useDesk()
  const { file, problem, previous } = damage
  const gone = damage.kind === 'missing'
  const put = (replacement: Replacement) => () => { void recovery.put(file, replacement) }
  const offers: readonly Offer[] = [
    ...(previous ? [{ key: 'previous', written: previous.written, from: 'The version before', holds: lost(file, previous.records), action: 'Put this back', run: put('previous') }] : []),
    ...versions.map(({ snapshot, taken, records }) => ({ key: snapshot, written: taken, from: 'Snapshot', holds: lost(file, records), action: 'Put this back', run: put({ snapshot }) })),
    ...(dispensable ? [{ key: 'nothing', written: null, from: 'Begin it empty', holds: 'All that was in it is lost to this project; what is coded stays.', action: 'Begin it empty', run: put('nothing') }] : []),
  ]
  return (
    <section className={styles['file']} aria-label={file}>
      <h2 className={styles['heading']}>{whatFileHolds(file)}</h2>
      <p className={styles['text']}><code className={styles['code']}>{file}</code> {problem}. {gone
        ? 'If the folder is synced or copied, wait until that has finished, then try again.'
        : 'It stays as it is until something comes in its place; then it is kept in the folder .quarantine of the project.'}</p>
      {offers.length > 0
        ? <Versions label={`What can come in place of ${file}`} offers={offers} disabled={busy} />
        : <p className={styles['text']}>There is no other version of it on this computer. Put it back from a copy of the folder, such as a backup or a colleague’s, then try again.</p>}
    </section>
  )
}

const lost = (file: string, records: number): string => `${file === 'codebook.json' ? 'The codebook' : countOf(file, records)} as of then. What was changed in it later is not in it.`
