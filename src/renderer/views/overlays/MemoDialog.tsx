import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { memoTargets } from '../../commands/memos'
import type { MemoTarget } from '../../commands/memoTarget'
import { aboutMemo } from '../annotations/aboutMemo'
import { useDesk, useSession } from '../desk'
import { MemoText } from './MemoText'
import styles from './overlays.module.css'

const names = { annotation: 'Annotation', article: 'Article', event: 'Event', code: 'Code', project: 'Project' } as const

/** Memos on what is in hand: the picked annotation, its article and event, the code, the project. Saved as they are typed. */
export function MemoDialog({ on }: { readonly on: MemoTarget | null }) {
  const desk = useDesk()
  const session = useSession()
  const [targets] = useState(() => {
    const found = memoTargets(desk)
    return on === null ? found : [on, ...found.filter((one) => one.kind !== on.kind)]
  })
  const [chosen, choose] = useState(targets[0])
  const close = (): void => { desk.overlay.set(null) }
  if (!chosen) return null
  return (
    <Dialog title="Memo" onClose={close} actions={<Button kind="main" onClick={close}>Done</Button>}>
      <div className={styles['kinds']} role="group" aria-label="What the memo is about">
        {targets.map((target) => (
          <button key={target.kind} type="button" aria-pressed={target === chosen} onClick={() => { choose(target) }}>{names[target.kind]}</button>
        ))}
      </div>
      <p className={styles['about']}><bdi>{aboutMemo(session, chosen)}</bdi></p>
      <MemoText key={`${chosen.kind} ${chosen.id}`} target={chosen} />
    </Dialog>
  )
}
