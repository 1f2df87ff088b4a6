import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { Swatch } from '../../controls/Swatch'
import { carryOut } from '../../commands/carryOut'
import { goTo, say } from '../../commands/codebookActions'
import { mergeCodes, whyNotMerged } from '../../../domain/changes/commands/codebook/merge'
import { codeUse } from '../../../domain/changes/commands/codebook/preview'
import { codeKey } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'
import { counted } from '../codebook/words'
import styles from './codebookDialogs.module.css'
import { Touched, useComplete, useTouched } from './Touched'

/** Makes several codes one: which of them stays, and what that touches. */
export function MergeDialog({ codes }: { readonly codes: readonly string[] }) {
  const desk = useDesk()
  const session = useSession()
  const entries = codes.flatMap((id) => session.codes().get(id) ?? [])
  const use = codeUse(session.records, codes)
  const most = [...entries].sort((a, b) => (use.get(b.code.id)?.annotations ?? 0) - (use.get(a.code.id)?.annotations ?? 0))[0]?.code.id
  const [into, setInto] = useState(most ?? '')
  const [agreed, setAgreed] = useState(false)
  const from = codes.filter((id) => id !== into)
  const { others } = useTouched(from)
  const complete = useComplete()
  const plan = mergeCodes(session.records, { from, into }, session.circumstances())
  const close = (): void => { desk.overlay.set(null) }
  const merge = async (): Promise<void> => {
    close()
    if (!await carryOut(desk, plan)) return
    goTo(desk, codeKey(into))
    say(desk, `Merged into ${session.codes().get(into)?.code.name ?? ''}`)
  }
  return (
    <Dialog title={`Merge ${counted(entries.length, 'code')}`} onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={!plan || !complete || (others > 0 && !agreed)} onClick={() => { void merge() }}>Merge</Button></>}>
      <RadioGroup aria-label="Which one stays" value={into} onChange={setInto} className={styles['choices'] ?? ''}>
        <p className={styles['lead']}>Which one stays?</p>
        {entries.map(({ code, dimension, path }) => (
          <Radio key={code.id} value={code.id} className={styles['choice'] ?? ''}>
            <i className={styles['dot']} aria-hidden="true" /><Swatch colour={code.colour} mark={dimension.mark} /><span className={styles['what']}><bdi>{code.name}</bdi> <em><bdi>{path.slice(0, -1).join(' › ')}</bdi></em></span><span className={styles['use']}>{counted(use.get(code.id)?.annotations ?? 0, 'annotation')}</span>
          </Radio>
        ))}
      </RadioGroup>
      {plan ? <Touched codes={from} fate="Given the code that stays" agreed={agreed} onAgree={setAgreed} /> : <p className={styles['warning']} role="alert">{whyNotMerged(session.records, { from, into })}</p>}
    </Dialog>
  )
}
