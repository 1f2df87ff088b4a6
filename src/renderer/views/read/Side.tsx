import { dimensionsFor } from '../../../domain/project/progress'
import { THE } from '../../../domain/project/records'
import { eventInHand } from '../../commands/codeTargets'
import { sideTab, sideTabs, withSideTab, type SideTab } from '../../commands/panes'
import { activeArticle, picked } from '../../commands/textCommands'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { CodebookPane } from './CodebookPane'
import { Inspector } from './Inspector'
import { RulesCard } from './RulesCard'
import { SheetPane } from './SheetPane'
import styles from './Side.module.css'

const names: Readonly<Record<SideTab, string>> = { codes: 'Codes', article: 'Article', event: 'Event' }

/** Beside the text: the codebook or the coding sheet of the article or event, and the annotation in hand. */
export function Side() {
  const desk = useDesk()
  useSession()
  const layout = useCell(desk.app.layout)
  const subjects: Readonly<Record<SideTab, string | undefined>> = { codes: '', article: activeArticle(desk), event: eventInHand(desk) }
  const tab = subjects[sideTab(layout)] === undefined ? 'codes' : sideTab(layout)
  const annotation = picked(desk)
  // Annotations of whole articles and events stand in their sheet.
  const inspected = annotation !== undefined && (tab === 'codes' || annotation.spans.length > 0)
  const subject = subjects[tab]
  return (
    <aside className={styles['side']} aria-label="Codes and fields">
      <div className={styles['tabs']} role="group" aria-label="What is shown beside the text">
        {sideTabs.map((id) => (
          <button key={id} type="button" aria-pressed={tab === id} disabled={subjects[id] === undefined} onClick={() => { desk.app.layout.update((now) => withSideTab(now, id)) }}>
            {names[id]}{id !== 'codes' && <Count kind={id} subject={subjects[id]} />}
          </button>
        ))}
      </div>
      {tab === 'codes' || subject === undefined ? <><CodebookPane /><RulesCard /></> : <SheetPane key={subject} subject={subject} kind={tab} />}
      {inspected && <Inspector />}
    </aside>
  )
}

/** How many of the dimensions asked of a subject are finished. */
function Count({ kind, subject }: { readonly kind: 'article' | 'event'; readonly subject: string | undefined }) {
  const session = useSession()
  const codebook = session.records.codebook.get(THE)
  if (subject === undefined || !codebook) return null
  const dimensions = dimensionsFor(codebook, kind)
  if (dimensions.length === 0) return null
  const done = dimensions.filter((dimension) => ['coded', 'none'].includes(session.progressOf(subject, dimension))).length
  return <small title={`${done} of ${dimensions.length} dimensions coded`}> {done}/{dimensions.length}</small>
}
