import { useEffect, useState } from 'react'
import { carriedInto, mergeEvents } from '../../../domain/changes/commands/mergeEvents'
import type { Annotation } from '../../../domain/project/annotation'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { performAny } from '../../commands/carryOut'
import { useCell } from '../../store/watch'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import styles from './codebookDialogs.module.css'
import { AskForOthers } from './Touched'

/** Makes one event of two: says what comes along and what can't, before it is done. */
export function MergeEventsDialog({ from, into }: { readonly from: string; readonly into: string }) {
  const desk = useDesk()
  const session = useSession()
  const loaded = useCell(session.loaded)
  const [agreed, setAgreed] = useState(false)
  useEffect(() => {
    session.load([from, into]).catch(desk.app.tell)
  }, [desk, session, from, into])
  const { records } = session
  const [gone, stays] = [records.event.get(from), records.event.get(into)]
  if (!gone || !stays) return null
  const ready = loaded.has(from) && loaded.has(into)
  const { carried, left } = carriedInto(records, from, into)
  const others = [...carried, ...left].filter(({ coder }) => coder !== session.opened.coder.id).length
  const articles = [...records.article.values()].filter(({ event }) => event === from).length
  const clashing = Object.keys(gone.variables).filter((name) => Object.hasOwn(stays.variables, name) && stays.variables[name] !== gone.variables[name])
  const close = (): void => { desk.overlay.set(null) }
  const merge = (): void => {
    close()
    void performAny(desk, mergeEvents(records, { from, into }, session.circumstances())).then((done) => {
      if (done) desk.app.layout.update((layout) => (layout.event === from ? { ...layout, event: into } : layout))
    })
  }
  const named = (annotations: readonly Annotation[]): string => [...new Set(annotations.map(({ code }) => session.codes().get(code)?.code.name ?? code))].join(', ')
  return (
    <Dialog title="Merge two events" onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!ready || (others > 0 && !agreed)} onClick={merge}>Merge</Button></>}>
      <p className={styles['lead']}>“<bdi>{gone.name}</bdi>” becomes part of “<bdi>{stays.name}</bdi>”, which keeps its name and gets the earlier of the two dates.</p>
      {!ready ? <p className={styles['touched']} role="status">Reading what was coded of them …</p> : (
        <>
          <p className={styles['touched']}>{counted(articles, 'article')} {articles === 1 ? 'comes' : 'come'} along{carried.length > 0 && <>, and <b>{counted(carried.length, 'annotation')}</b> of the event as a whole ({named(carried)})</>}, with coding sheets, memos and variables.</p>
          {left.length > 0 && <p className={styles['warning']}>{counted(left.length, 'annotation')} can’t come along, because the same coder has answered the same of “<bdi>{stays.name}</bdi>”: {named(left)}. {left.length === 1 ? 'It is' : 'They are'} deleted.</p>}
          {clashing.length > 0 && <p className={styles['warning']}>Where both have a variable, that of “<bdi>{stays.name}</bdi>” stays: {clashing.join(', ')}.</p>}
          <AskForOthers others={others} agreed={agreed} onAgree={setAgreed} />
          <p className={styles['touched']}>Undo takes it all back in one step.</p>
        </>
      )}
    </Dialog>
  )
}
