import { useState } from 'react'
import { mergeOutlets } from '../../../domain/changes/commands/outlets'
import { LONGEST_LINE } from '../../../domain/project/limits'
import { knownOutlets } from '../../../domain/query/outlets'
import { carryOut } from '../../commands/carryOut'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk, useSession } from '../desk'
import styles from './overlays.module.css'

const OTHER = '\n'

/** Chooses which of several names an outlet keeps, or another, and says what follows it. */
export function MergeOutletsDialog({ outlets }: { readonly outlets: readonly string[] }) {
  const desk = useDesk()
  const session = useSession()
  const known = knownOutlets(session.records).filter(({ name }) => outlets.includes(name))
  const most = known.reduce((best, one) => (one.articles > best.articles ? one : best), { name: outlets[0] ?? '', articles: 0 })
  const [asked, setAsked] = useState(most.name)
  const [typed, setTyped] = useState('')
  const into = asked === OTHER ? typed.trim() : asked
  const plan = mergeOutlets(session.records, { names: outlets, into }, session.circumstances())
  const follow = known.filter(({ name }) => name !== into).reduce((sum, one) => sum + one.articles, 0)
  const close = (): void => { desk.overlay.set(null) }
  const merge = (): void => {
    if (!plan) return
    close()
    void carryOut(desk, plan)
  }
  return (
    <Dialog title={`Merge ${outlets.length} outlets`} onClose={close} actions={<><Button onClick={close}>Cancel</Button><Button kind="main" disabled={plan === null} onClick={merge}>Merge</Button></>}>
      <fieldset className={styles['options']}>
        <legend className={styles['label']}>What is it called?</legend>
        {known.map(({ name, articles }) => (
          <label key={name}>
            <input type="radio" name="into" value={name} checked={asked === name} onChange={() => { setAsked(name) }} />
            <bdi>{name}</bdi> <small>{articles.toLocaleString('en')} {articles === 1 ? 'article' : 'articles'}</small>
          </label>
        ))}
        <label>
          <input type="radio" name="into" value="" checked={asked === OTHER} onChange={() => { setAsked(OTHER) }} aria-label="Another name" />
          <input className={styles['input']} aria-label="The other name" placeholder="Another name" maxLength={LONGEST_LINE} value={typed} onFocus={() => { setAsked(OTHER) }} onChange={(event) => { setTyped(event.target.value) }} />
        </label>
      </fieldset>
      <p className={styles['hint']} role="status">{into !== '' && <>{follow.toLocaleString('en')} {follow === 1 ? 'article gets' : 'articles get'} the name <bdi>{into}</bdi>. The other names are remembered: what comes in under one of them gets it too.</>}</p>
    </Dialog>
  )
}
