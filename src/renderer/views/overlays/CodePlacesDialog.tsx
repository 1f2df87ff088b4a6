import { useEffect, useState } from 'react'
import { around, type Line } from '../../../domain/query/concordance'
import type { Place } from '../../../domain/synopsis/parallel'
import { codeHits, isCodedAs } from '../../commands/codeHits'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { shownText } from '../../store/outletLabel'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import styles from './EqualPassages.module.css'
import { HitList, hitKey } from './HitList'
import { SpanCodeSelect, spanCodes } from './SpanCodeSelect'
import { useComplete } from './Touched'

const WIDTH = 60

/** Places that say the same: each is accepted or refused, then all get one code as one step. */
export function CodePlacesDialog({ places }: { readonly places: readonly Place[] }) {
  const desk = useDesk()
  const session = useSession()
  const complete = useComplete()
  const entries = spanCodes(session)
  const [code, setCode] = useState(entries.find((entry) => entry.code.id === desk.lastCode.get())?.code.id ?? (entries.length === 1 ? entries[0]?.code.id : undefined) ?? '')
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const { lines, problem } = useLines(places)
  const fresh = lines?.filter((line) => !isCodedAs(session, line, code)) ?? []
  const accepted = fresh.filter((line) => !refused.has(hitKey(line)))
  const coded = (lines?.length ?? 0) - fresh.length
  const state = problem ?? (lines === null ? 'Reading the texts' : !complete ? 'Annotations are still being read' : entries.length === 0 ? 'The codebook has no code for passages yet' : code === '' ? 'Choose a code' : `${accepted.length} of ${fresh.length} accepted${coded > 0 ? `, ${coded} coded already` : ''}`)
  const ready = complete && accepted.length > 0 && code !== ''
  const close = (): void => { desk.overlay.set(null) }
  const run = (): void => {
    if (!ready) return
    close()
    desk.lastCode.set(code)
    codeHits(desk, session, accepted, code).catch(desk.app.tell)
  }
  return (
    <Dialog title={`Code ${counted(places.length, 'passage')}`} width="wide" onClose={close} actions={
      <><span className={styles['sum']} role="status">{state}</span><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!ready} onClick={run}>Code {counted(accepted.length, 'passage')}</Button></>
    }>
      <div className={styles['form']}><SpanCodeSelect code={code} onChoose={setCode} onConfirm={run} /></div>
      <HitList hits={fresh} refused={refused} onRefuse={setRefused} onConfirm={run} />
    </Dialog>
  )
}

function useLines(places: readonly Place[]): { readonly lines: readonly Line[] | null; readonly problem: string | null } {
  const session = useSession()
  const [state, setState] = useState<{ readonly lines: readonly Line[] | null; readonly problem: string | null }>({ lines: null, problem: null })
  useEffect(() => {
    let current = true
    Promise.all(places.map(async (place, hit) => ({ hit, ...place, ...around(shownText(session, place.article, await session.text(place.article)), place, WIDTH) }))).then(
      (lines) => { if (current) setState({ lines, problem: null }) },
      (error: unknown) => { if (current) setState({ lines: null, problem: error instanceof Error ? error.message : String(error) }) },
    )
    return () => { current = false }
  }, [session, places])
  return state
}
