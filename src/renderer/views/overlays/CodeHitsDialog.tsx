import { useEffect, useMemo, useState } from 'react'
import type { Line } from '../../../domain/query/concordance'
import { codeHits, isCodedAs } from '../../commands/codeHits'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import styles from './EqualPassages.module.css'
import { SpanCodeSelect, spanCodes } from './SpanCodeSelect'
import { useComplete } from './Touched'

/** More were hardly looked at one by one. */
const MOST = 20_000

/** Gives one code to the hits that were ticked, as one step; those that have it already are left out. */
export function CodeHitsDialog({ hits }: { readonly hits: readonly number[] }) {
  const desk = useDesk()
  const session = useSession()
  const complete = useComplete()
  const entries = spanCodes(session)
  const [code, setCode] = useState(entries.find((entry) => entry.code.id === desk.lastCode.get())?.code.id ?? entries[0]?.code.id ?? '')
  const [read, setRead] = useState<readonly [number, number] | null>(null)
  const { lines, problem } = useLines(hits)
  // The revision, which the session follows, says when what is coded is old.
  const revision = session.revision.get()
  // oxlint-disable-next-line react/exhaustive-deps
  const fresh = useMemo(() => lines?.filter((line) => !isCodedAs(session, line, code)) ?? [], [session, lines, code, revision])
  const close = (): void => { desk.overlay.set(null) }
  const ready = lines !== null && complete && fresh.length > 0 && fresh.length <= MOST && read === null
  const run = async (): Promise<void> => {
    setRead([0, 0])
    const done = codeHits(desk, session, fresh, code, (now, total) => { setRead([now, total]) })
    await done.finally(close)
  }
  const state = problem ?? (read ? `Reading the texts, ${read[0].toLocaleString('en-GB')} of ${read[1].toLocaleString('en-GB')}` : said(lines, fresh.length, complete))
  const go = (): void => { run().catch(desk.app.tell) }
  return (
    <Dialog title={`Code ${counted(hits.length, 'hit')}`} onClose={close} actions={
      <><span className={styles['sum']} role="status">{state}</span><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!ready} onClick={go}>Code {counted(fresh.length, 'passage')}</Button></>
    }>
      <div className={styles['form']}><SpanCodeSelect code={code} onChoose={setCode} onConfirm={go} /></div>
      <p>Each ticked hit gets this code, in one step that can be undone. Fields of the code are left to be filled in.</p>
    </Dialog>
  )
}

function said(lines: readonly Line[] | null, fresh: number, complete: boolean): string {
  if (lines === null) return 'Reading the hits'
  if (!complete) return 'Annotations are still being read'
  if (fresh > MOST) return `Not more than ${MOST.toLocaleString('en-GB')} can be coded at once: tick fewer`
  const coded = lines.length - fresh
  return coded === 0 ? '' : `${counted(coded, 'hit')} ${coded === 1 ? 'is' : 'are'} coded so already and left out`
}

function useLines(hits: readonly number[]): { readonly lines: readonly Line[] | null; readonly problem: string | null } {
  const search = useSession().search('find')
  const [state, setState] = useState<{ readonly lines: readonly Line[] | null; readonly problem: string | null }>({ lines: null, problem: null })
  useEffect(() => {
    let current = true
    search.linesOf(hits).then(
      (lines) => { if (current) setState({ lines, problem: null }) },
      (error: unknown) => { if (current) setState({ lines: null, problem: error instanceof Error ? error.message : String(error) }) },
    )
    return () => { current = false }
  }, [search, hits])
  return state
}
