import { quoteOf } from '../../../domain/text/anchor'
import type { ConflictCopy } from '../../../domain/project/conflictCopy'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { capital, fileWords } from '../../store/fileWords'
import type { Session } from '../../store/session'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { broughtWords } from './copyWords'
import styles from './Elsewhere.module.css'

/** Contested records that are named of one copy. */
const MOST = 50

/** What other computers did to the project: changed files, copies that were merged, and those that could not be. */
export function ElsewhereDialog() {
  const { app, overlay } = useDesk()
  const session = useSession()
  const { copies, changed } = useCell(app.elsewhere.told)
  const close = (): void => { overlay.set(null) }
  const waiting = copies.filter(({ outcome }) => outcome === 'waiting')
  const merged = copies.filter(({ outcome }) => outcome === 'merged')
  const left = copies.filter(({ outcome }) => outcome === 'unreadable' || outcome === 'differs')
  const some = changed.length > 0 || (waiting.length > 0 && session.readOnly === null)
  const show = (): void => {
    close()
    void app.readAnew()
  }
  return (
    <Dialog title="Changes from other computers" width="wide" onClose={close} actions={<>
      <Button kind={some ? 'plain' : 'main'} autoFocus={!some} onClick={close}>Close</Button>
      {some && <Button kind="main" autoFocus onClick={show}>Show what is new</Button>}
    </>}>
      {copies.length + changed.length === 0 && <p>Since this project was opened nothing in its folder was changed by anybody else, and there are no copies of its files that a sync service left.</p>}
      {some && <p className={styles['about']}>What is new is read when you choose <i>Show what is new</i>: your own work is saved first, what stands open stays open, and steps before it can’t be undone any more.</p>}
      <Part title="Changed since it was read here">{changed.map((file) => <li key={file}><b><bdi>{capital(fileWords(session, file))}</bdi></b></li>)}</Part>
      <Part title="Copies that are to be merged">{waiting.map((copy) => <Copy key={copy.copy} copy={copy} />)}</Part>
      <Part title="Copies that were merged">{merged.map((copy) => <Copy key={copy.keptAs} copy={copy} />)}</Part>
      <Part title="Copies that were left as they are">{left.map((copy) => <Copy key={copy.copy} copy={copy} />)}</Part>
    </Dialog>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: readonly React.ReactNode[] }) {
  if (children.length === 0) return null
  return <section className={styles['part']}><h3>{title}</h3><ul>{children}</ul></section>
}

function Copy({ copy }: { readonly copy: ConflictCopy }) {
  const session = useSession()
  return (
    <li>
      <b><bdi>{capital(fileWords(session, copy.of))}</bdi></b>{copy.outcome === 'merged' ? <>: {broughtWords(copy)}.</> : <>: the copy {copy.problem}.</>}
      {copy.contested.length > 0 && (
        <>
          <p>Changed on both sides; the version with more changes behind it is shown. The other one stays in the file until the record is changed again, and in the copy for good.</p>
          <ul>{copy.contested.slice(0, MOST).map(({ kind, id }) => <li key={`${kind} ${id}`}>{recordWords(session, kind, id)}</li>)}{copy.contested.length > MOST && <li>and {copy.contested.length - MOST} more</li>}</ul>
        </>
      )}
      <small>{copy.outcome === 'merged' ? <>It was called <bdi>{copy.copy}</bdi> and is kept as <bdi>{copy.keptAs}</bdi>.</> : <>It is still where it was found: <bdi>{copy.copy}</bdi>.</>}</small>
    </li>
  )
}

function recordWords(session: Session, kind: ConflictCopy['contested'][number]['kind'], id: string) {
  const annotation = kind === 'annotation' ? session.seen.annotation.get(id) : undefined
  if (annotation) return <><b><bdi>{session.codes().get(annotation.code)?.code.name ?? 'unknown code'}</bdi></b> <q><bdi>{quoteOf(annotation.spans)}</bdi></q></>
  if (kind === 'article') return <>The article <bdi>“{session.seen.article.get(id)?.headline ?? id}”</bdi></>
  if (kind === 'event') return <>The event <bdi>“{session.records.event.get(id)?.name ?? id}”</bdi></>
  if (kind === 'entity') return <>The entity <bdi>“{session.records.entity.get(id)?.name ?? id}”</bdi></>
  return <>{WHAT[kind]}</>
}

const WHAT = {
  project: 'The description of the project', coder: 'A coder', codebook: 'The codebook: it has the codes of both sides', event: 'An event', article: 'An article', annotation: 'An annotation that is no more there',
  entity: 'An entity', outlet: 'What is known of an outlet', ruling: 'A ruling on a shared passage', sheet: 'A coding sheet',
} as const
