import { useEffect } from 'react'
import { pressed } from '../../commands/keys'
import { leaveWork } from '../../commands/workCommands'
import { Button } from '../../controls/Button'
import type { WorkAssistant } from '../../store/work/assistant'
import { coming, hindranceOf, isUndecided, wantsTexts } from '../../store/work/state'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { RefusedFiles } from '../import/RefusedFiles'
import { NoCoding } from './NoCoding'
import { WorkFile } from './WorkFile'
import { REFUSED, WorkFiles } from './WorkFiles'
import styles from './WorkView.module.css'
import { counted } from './words'

/** What was coded elsewhere, before any of it is in the project: how it is understood, whom it is from, what is left behind. */
export function WorkView({ assistant }: { readonly assistant: WorkAssistant }) {
  const desk = useDesk()
  const state = useCell(assistant.state)
  const hand = useCell(assistant.hand)
  const rereading = useCell(assistant.rereading)
  const { found, refused, cancelled } = state
  const hindrance = hindranceOf(state)
  const codings = coming(state).filter((file) => !isUndecided(file)).reduce((sum, { fresh }) => sum + fresh.annotations, 0)
  const textless = wantsTexts(state)
  const inHand = hand === REFUSED ? undefined : (found.find(({ key }) => key === hand) ?? found[0])
  useWorkKeys(assistant)
  return (
    <main className={styles['view']} aria-labelledby="work-title">
      <header className={styles['head']}>
        <h1 id="work-title">Import coding from <bdi>{assistant.label}</bdi></h1>
        <span className={styles['sum']} role="status">{rereading ? 'Reading it anew …' : hindrance}</span>
        <Button onClick={() => { leaveWork(desk) }}>Cancel</Button>
        <Button kind={textless ? 'plain' : 'main'} disabled={hindrance !== null || rereading} onClick={() => { void desk.app.works.bringIn() }}>{codings === 0 ? 'Import' : `Import ${counted(codings, 'coding')}`}</Button>
      </header>
      {cancelled && <p className={styles['notice']} role="status">Reading was cancelled. What was found until then is shown; choose the files again for the rest.</p>}
      {textless && (
        <div className={styles['remedy']} role="note">
          <p>No coding would come in: the texts that were coded are neither in {found.length === 1 ? 'the file' : 'the files'} nor in this project. Import these texts as articles first, then choose {found.length === 1 ? 'the file' : 'the files'} again.</p>
          <Button kind="main" onClick={() => { leaveWork(desk, () => { void desk.app.jobs.chooseImport('files') }) }}>Choose the texts …</Button>
        </div>
      )}
      {found.length === 0 ? <NoCoding assistant={assistant} /> : (
        <div className={styles['body']}>
          {(found.length > 1 || refused.length > 0) && <WorkFiles assistant={assistant} hand={inHand?.key ?? REFUSED} />}
          {inHand ? <WorkFile key={inHand.key} assistant={assistant} file={inHand} /> : <RefusedFiles refused={refused} others />}
        </div>
      )}
    </main>
  )
}

function useWorkKeys(assistant: WorkAssistant): void {
  const desk = useDesk()
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      'Mod+Enter': () => { if (hindranceOf(assistant.state.get()) === null) void desk.app.works.bringIn() },
      Escape: () => { leaveWork(desk) },
    }
    const onKey = (event: KeyboardEvent): void => {
      const { overlay, app } = desk
      const run = acts[pressed(event, desk.mac)]
      if (!run || event.defaultPrevented || event.isComposing || overlay.get() !== null || app.notice.get() !== null || app.jobs.current.get() !== null) return
      event.preventDefault()
      run()
    }
    // Before whoever has the keyboard: a choice of readings keeps Enter for itself.
    window.addEventListener('keydown', onKey, true)
    return () => { window.removeEventListener('keydown', onKey, true) }
  }, [assistant, desk])
}
