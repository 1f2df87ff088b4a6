import { X } from 'lucide-react'
import type { ConflictCopy } from '../../../domain/project/conflictCopy'
import { Button } from '../../controls/Button'
import { filesWords } from '../../store/fileWords'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { broughtWords, totalOf } from '../overlays/copyWords'
import styles from './ProjectView.module.css'

/** What other computers did to the project: what waits to be taken in, and what was. */
export function ElsewhereBanners() {
  const { app, overlay } = useDesk()
  const session = useSession()
  const { copies, changed } = useCell(app.elsewhere.told)
  const putAway = useCell(app.elsewhere.putAway)
  const details = (): void => { overlay.set({ kind: 'elsewhere' }) }
  const waiting = copies.filter(({ outcome }) => outcome === 'waiting')
  const news = [...changed, ...waiting.map(({ of }) => of)]
  const told = copies.filter(({ outcome, keptAs }) => outcome !== 'waiting' && !putAway.has(keptAs))
  return (
    <>
      {news.length > 0 && (
        <div className={styles['banner']} role="status">
          <div>
            <b>Changed on another computer:</b> <bdi>{filesWords(session, news)}</bdi>.{' '}
            {session.readOnly !== null && waiting.length > 0 ? 'Copies are merged as soon as the project can be written.' : 'You see it as it was before; what you do meanwhile is kept beside it.'}
          </div>
          <Button kind="quiet" onClick={details}>Details</Button>
          {(changed.length > 0 || session.readOnly === null) && <Button onClick={() => { void app.readAnew() }}>Show what is new</Button>}
        </div>
      )}
      {told.length > 0 && (
        <div className={styles['banner']} role="status">
          <div><Summary copies={told} /></div>
          <Button kind="quiet" onClick={details}>Details</Button>
          <Button kind="quiet" aria-label="Put this report away" onClick={() => { app.elsewhere.putAwayAll(told) }}><X size={14} /></Button>
        </div>
      )}
    </>
  )
}

function Summary({ copies }: { readonly copies: readonly ConflictCopy[] }) {
  const session = useSession()
  const merged = copies.filter(({ outcome }) => outcome === 'merged')
  const left = copies.filter(({ outcome }) => outcome !== 'merged')
  const [only] = merged
  return (
    <>
      {only && <><b>{merged.length === 1 ? 'Another copy of a file was merged:' : `${merged.length} other copies of files were merged:`}</b> <bdi>{filesWords(session, merged.map(({ of }) => of))}</bdi>, {broughtWords(totalOf(merged))}. {merged.length === 1 ? <>The copy is kept as {only.keptAs}. </> : <>The copies are kept in the folder .quarantine. </>}</>}
      {left.length > 0 && <><b>{left.length === 1 ? 'A copy of a file could not be merged' : `${left.length} copies of files could not be merged`}</b> and {left.length === 1 ? 'is' : 'are'} left as found: <bdi>{left.slice(0, 2).map(({ copy }) => copy).join(', ')}{left.length > 2 && ` and ${left.length - 2} more`}</bdi>.</>}
    </>
  )
}
