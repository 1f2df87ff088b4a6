import { useEffect, useState } from 'react'
import { correct } from '../../commands/corrections'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk, useSession } from '../desk'
import styles from './Correct.module.css'

/** An article's text to be corrected: what is typed becomes a new version, and the one before is kept. */
export function CorrectDialog({ article }: { readonly article: string }) {
  const desk = useDesk()
  const session = useSession()
  const [before, setBefore] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  useEffect(() => {
    let current = true
    session.text(article).then(
      (text) => { if (current) { setBefore(text); setTyped(text) } },
      (error: unknown) => { if (current) setProblem(error instanceof Error ? error.message : String(error)) },
    )
    return () => { current = false }
  }, [session, article])
  const record = session.seen.article.get(article)
  const close = (): void => { desk.overlay.set(null) }
  const save = (): void => {
    setSaving(true)
    correct(desk, article, typed).then(
      () => { if (desk.overlay.get()?.kind === 'correct') close() },
      (error: unknown) => {
        setSaving(false)
        setProblem(error instanceof Error ? error.message : String(error))
      },
    )
  }
  const nothing = before === null || typed === before || typed.trim() === ''
  return (
    <Dialog
      title={record?.outlet ? `Correct the text: ${record.outlet}` : 'Correct the text'} width="wide" dismissable={nothing} onClose={close}
      actions={<><span className={styles['state']}>{record && record.earlier.length > 0 && `This is version ${record.version}; the ones before it are kept.`}</span><Button disabled={saving} onClick={close}>Cancel</Button><Button kind="main" disabled={nothing || saving} onClick={save}>Save as a new version</Button></>}
    >
      <p className={styles['about']}>The text as it came in is kept. What was coded keeps its passages; you are told of those that change or can’t be found again.</p>
      {problem !== null && <p className={styles['problem']} role="alert">{problem}</p>}
      {before !== null && <textarea className={styles['text']} aria-label="Text of the article" spellCheck={false} autoFocus value={typed} onChange={(event) => { setTyped(event.target.value) }} />}
    </Dialog>
  )
}
