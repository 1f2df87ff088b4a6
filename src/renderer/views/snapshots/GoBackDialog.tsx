import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Snapshot } from '../../../domain/snapshots/snapshot'
import type { SnapshotList } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { Effect } from './Effect'
import styles from './Snapshots.module.css'
import { useAsked } from './useAsked'
import { clockWords, counted, dayWords, reasonWords } from './words'

/** The project as it was at some time: what differs from now, going back to it, and opening it beside this one. */
export function GoBackDialog() {
  const desk = useDesk()
  const session = useSession()
  const on = useCell(desk.app.settings).snapshots
  const asked = useAsked(String(on), () => desk.app.snapshots.list(session))
  const close = (): void => { desk.overlay.set(null) }
  if (asked.state === 'here' && asked.value.snapshots.some(({ id }) => id !== asked.value.now)) return <Choosing list={asked.value} />
  return (
    <Dialog title="Go back to …" onClose={close} actions={<><Button onClick={() => { desk.overlay.set({ kind: 'snapshots' }) }}>Snapshots on this computer …</Button><Button kind="main" autoFocus onClick={close}>Close</Button></>}>
      <p role="status">{asked.state === 'asking' ? 'Looking at what there is …' : asked.state === 'failed' ? asked.problem : on ? NONE_YET : OFF}</p>
    </Dialog>
  )
}

const NONE_YET = 'The project is as it was when its only snapshot was taken. While you work, one is taken every ten minutes, and whenever you open or close the project.'
const OFF = 'Snapshots are switched off on this computer, and there are none of this project. Switch them on to be able to go back.'

function Choosing({ list }: { readonly list: SnapshotList }) {
  const { app, overlay } = useDesk()
  const session = useSession()
  const others = list.snapshots.filter(({ id }) => id !== list.now)
  const [chosen, setChosen] = useState(others[0]?.id ?? '')
  const [scope, setScope] = useState<'everything' | 'mine'>('everything')
  const [differs, setDiffers] = useState(false)
  const [today] = useState(() => new Date().toISOString())
  const close = (): void => { overlay.set(null) }
  const act = (what: () => Promise<void>) => (): void => {
    close()
    what().catch((error: unknown) => { app.notice.set(error instanceof Error ? error.message : String(error)) })
  }
  const actions = (
    <>
      <Button kind="quiet" className={styles['first'] ?? ''} onClick={() => { overlay.set({ kind: 'snapshots' }) }}>Snapshots on this computer …</Button>
      <Button onClick={act(() => app.openCopy(chosen))}>Open as a copy …</Button>
      <Button kind="main" disabled={!differs || session.readOnly !== null || list.now === null} onClick={act(() => app.goBack(chosen, scope))}>Go back</Button>
    </>
  )
  return (
    <Dialog title="Go back to …" width="wide" onClose={close} actions={actions}>
      <div className={styles['choosing']}>
        <ListBox
          aria-label="Snapshots, the latest first" className={styles['list'] ?? ''} autoFocus selectionMode="single" disallowEmptySelection selectedKeys={[chosen]} selectionBehavior="replace"
          onSelectionChange={(keys) => { for (const key of keys) setChosen(String(key)) }}
        >
          {others.map((one) => <Row key={one.id} snapshot={one} today={today} />)}
        </ListBox>
        <Effect key={chosen} snapshot={chosen} now={list.now} scope={scope} onScope={setScope} onDiffers={setDiffers} />
      </div>
    </Dialog>
  )
}

function Row({ snapshot: { id, taken, why, articles, annotations }, today }: { readonly snapshot: Snapshot; readonly today: string }) {
  const when = `${dayWords(taken, today)}, ${clockWords(taken)}`
  return (
    <ListBoxItem id={id} textValue={when} className={styles['row'] ?? ''}>
      <time className={styles['when']} dateTime={taken}>{when}</time>
      <span className={styles['why']}>{reasonWords[why]}</span>
      <span className={styles['holds']}>{counted(articles, 'article')}, {counted(annotations, 'annotation')}</span>
    </ListBoxItem>
  )
}
