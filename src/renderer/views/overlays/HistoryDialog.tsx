import { ListBox, ListBoxItem } from 'react-aria-components'
import { Dialog } from '../../controls/Dialog'
import type { Step } from '../../../domain/changes/history'
import { steppedKnowingly } from '../../commands/revealing'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './HistoryDialog.module.css'
import { shownWords } from '../../store/outletLabel'

/** As many as one looks through; from the oldest of them one gets to older ones. */
const MOST = 200

/** All steps, the latest first: choosing one undoes what came after it, or does again what was undone up to it. */
export function HistoryDialog() {
  const desk = useDesk()
  const { app, overlay } = desk
  const session = useSession()
  const { done, undone } = useCell(session.history)
  const now = done.length
  const steps = [...done, ...[...undone].reverse()]
  const first = Math.max(0, now - MOST)
  // A step's row is called by how many steps are done when it is the last.
  const rows = steps.map((step, n) => ({ step, count: n + 1 })).slice(first, now + MOST).reverse()
  const goTo = (count: number): void => {
    const [act, between] = count < now ? ['undo' as const, steps.slice(count, now)] : ['redo' as const, steps.slice(now, count)]
    steppedKnowingly(desk, act, between.map(({ change }) => change), () => {
      session.stepTo(count).catch(app.tell)
    })
  }
  return (
    <Dialog title="History" onClose={() => { overlay.set(null) }}>
      <p className={styles['state']} role="status">{stateOf(now, steps)}</p>
      <ListBox
        aria-label="Steps, the latest first" className={styles['list'] ?? ''} autoFocus selectionMode="single" disallowEmptySelection selectedKeys={[String(now)]}
        onSelectionChange={(keys) => { for (const key of keys) if (String(key) !== String(now)) goTo(Number(key)) }}
      >
        {rows.map(({ step, count }) => <Row key={count} step={step} count={count} now={now} />)}
        <ListBoxItem id={String(first)} textValue={FIRST} className={styles['row'] ?? ''}>
          <span className={styles['label']}>{first === 0 ? FIRST : `Before these ${MOST} steps`}</span>
        </ListBoxItem>
      </ListBox>
    </Dialog>
  )
}

const FIRST = 'As the project was when it was opened'

function Row({ step: { change, at }, count, now }: { readonly step: Step; readonly count: number; readonly now: number }) {
  const undone = count > now
  const words = shownWords(useSession(), change.label)
  const label = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  return (
    <ListBoxItem id={String(count)} textValue={`${label}${undone ? ', undone' : ''}`} className={`${styles['row']} ${undone ? styles['undone'] : ''}`}>
      <span className={styles['label']}><bdi>{label}</bdi></span>
      {undone && <span className={styles['note']}>undone</span>}
      <time className={styles['time']} dateTime={at}>{at === '' ? '' : new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
    </ListBoxItem>
  )
}

function stateOf(now: number, steps: readonly Step[]): string {
  if (now === steps.length) return `${now} ${now === 1 ? 'step' : 'steps'} done. Choose one to go back to it.`
  return `${now} of ${steps.length} steps done. Choose one to go there.`
}
