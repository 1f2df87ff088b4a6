import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { carryOut } from '../../commands/carryOut'
import { openCodebook, goTo, say } from '../../commands/codebookActions'
import { splitCode } from '../../../domain/changes/commands/codebook/split'
import { standing } from '../../store/codebook/places'
import { codeKey } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'
import { counted } from '../codebook/words'
import styles from './codebookDialogs.module.css'
import { SplitTable, type SplitRow } from './SplitTable'
import { quoteOf } from '../../../domain/text/anchor'
import { AskForOthers, useComplete } from './Touched'

/** Splits codes off one: their names, and which annotation goes where; the others stay. */
export function SplitDialog({ code: id }: { readonly code: string }) {
  const desk = useDesk()
  const session = useSession()
  const [names, setNames] = useState<readonly string[]>([''])
  const [assigned, setAssigned] = useState<ReadonlyMap<string, number>>(new Map())
  const [agreed, setAgreed] = useState(false)
  const revision = session.revision.get()
  // The records are replaced in place: the revision says when the rows are old.
  // oxlint-disable-next-line react/exhaustive-deps
  const rows = useMemo(() => rowsOf(session, id), [session, id, revision])
  const { others } = { others: rows.filter((row) => row.other && assigned.has(row.id)).length }
  const complete = useComplete()
  const entry = session.codes().get(id)
  const close = (): void => { desk.overlay.set(null) }
  if (!entry) return null
  const going = rows.filter((row) => assigned.has(row.id)).length
  const named = names.every((name) => name.trim() !== '') && new Set(names.map((name) => name.trim())).size === names.length
  const assign = (ids: readonly string[], index: number | null): void => {
    const chosen = new Set(ids)
    setAssigned((now) => new Map([...[...now].filter(([one]) => !chosen.has(one)), ...(index === null ? [] : ids.map((one) => [one, index] as const))]))
  }
  const drop = (index: number): void => {
    setNames(names.filter((_, i) => i !== index))
    setAssigned((now) => new Map([...now].filter(([, to]) => to !== index).map(([one, to]) => [one, to > index ? to - 1 : to])))
  }
  const split = async (): Promise<void> => {
    const codebook = openCodebook(desk)
    const before = codebook && standing(codebook, id)
    close()
    const known = new Set(session.codes().keys())
    if (!before || !await carryOut(desk, splitCode(session.records, { code: id, into: names.map((name) => ({ name: name.trim() })), assigned }, session.circumstances()))) return
    const [first] = [...session.codes().keys()].filter((one) => !known.has(one))
    if (first !== undefined) goTo(desk, codeKey(first))
    say(desk, `Split ${names.join(', ')} off ${entry.code.name}`)
  }
  return (
    <Dialog title={`Split “${entry.code.name}”`} width="wide" onClose={close} actions={
      <>
        <span className={styles['left']} role="status">{!named ? 'Give each new code a name of its own.' : `${counted(going, 'annotation')} ${going === 1 ? 'goes' : 'go'}, ${(rows.length - going).toLocaleString('en-GB')} ${rows.length - going === 1 ? 'stays' : 'stay'}.`}</span>
        <Button onClick={close}>Cancel</Button>
        <Button kind="main" disabled={!named || !complete || (others > 0 && !agreed)} onClick={() => { void split() }}>Split</Button>
      </>
    }>
      <p className={styles['lead']}>New codes stand beside it, with its definition, colour and fields. What you give to none of them stays.</p>
      <div className={styles['names']}>
        {names.map((name, i) => (
          // Names are told apart by their place: two may be the same while they are typed.
          // oxlint-disable-next-line react/no-array-index-key
          <label key={i} className={styles['newName']}>
            <kbd>{i + 1}</kbd>
            <input autoFocus={i === 0} aria-label={`Name of new code ${i + 1}`} placeholder={`Name of new code ${i + 1}`} value={name} maxLength={1_000} onChange={(event) => { setNames(names.map((one, at) => (at === i ? event.target.value : one))) }} />
            {names.length > 1 && <button type="button" className={styles['drop']} aria-label={`Without new code ${i + 1}`} onClick={() => { drop(i) }}><X size={13} /></button>}
          </label>
        ))}
        {names.length < 9 && <Button kind="quiet" onClick={() => { setNames([...names, '']) }}>Another one</Button>}
      </div>
      {rows.length > 0 && <SplitTable stays={entry.code.name} rows={rows} names={names} assigned={assigned} onAssign={assign} />}
      <AskForOthers others={others} agreed={agreed} onAgree={setAgreed} />
      <p className={styles['touched']}>Undo takes it all back in one step.</p>
    </Dialog>
  )
}

function rowsOf(session: ReturnType<typeof useSession>, code: string): readonly SplitRow[] {
  const { annotation, article, event, coder } = session.seen
  return [...annotation.values()].filter((one) => one.code === code).map((one) => ({
    id: one.id, quote: quoteOf(one.spans) || article.get(one.subject)?.headline || event.get(one.subject)?.name || 'the whole article',
    outlet: article.get(one.subject)?.outlet ?? '', coder: coder.get(one.coder)?.name ?? 'another coder', other: one.coder !== session.opened.coder.id,
  })).sort((a, b) => a.outlet.localeCompare(b.outlet) || a.coder.localeCompare(b.coder) || (a.id < b.id ? -1 : 1))
}
