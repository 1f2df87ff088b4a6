import { useSession } from '../desk'
import { counted } from '../codebook/words'
import { touchedBy } from '../../../domain/changes/commands/codebook/preview'
import styles from './codebookDialogs.module.css'

/** What a change of the codebook touches, of everybody's. */
export function useTouched(codes: readonly string[]) {
  const session = useSession()
  return touchedBy(session.records, codes, session.opened.coder.id)
}

interface Props {
  readonly codes: readonly string[]
  /** What happens to them, as in `12 annotations … are deleted`. */
  readonly fate: string
  readonly agreed: boolean
  readonly onAgree: (agreed: boolean) => void
}

/** Says what would be touched, and asks where other people's work is among it. */
export function Touched({ codes, fate, agreed, onAgree }: Props) {
  const { annotations, subjects, others } = useTouched(codes)
  const loaded = useComplete()
  return (
    <>
      <p className={styles['touched']}>
        {annotations === 0 ? 'No annotation is touched.' : <>{fate}: <b>{counted(annotations, 'annotation')}</b> in {counted(subjects, 'article')}{others > 0 && <>, {others === annotations ? (others === 1 ? 'made by another coder' : 'all made by other coders') : <><b>{others.toLocaleString('en-GB')}</b> of them by other coders</>}</>}.</>} Undo takes it all back in one step.
      </p>
      {!loaded && <p className={styles['warning']}>Annotations are still being read; the numbers may grow.</p>}
      <AskForOthers others={others} agreed={agreed} onAgree={onAgree} />
    </>
  )
}

/** What touches other people's work is agreed to explicitly. */
export function AskForOthers({ others, agreed, onAgree }: { readonly others: number; readonly agreed: boolean; readonly onAgree: (agreed: boolean) => void }) {
  return others > 0 && <label className={styles['agree']}><input type="checkbox" checked={agreed} onChange={(event) => { onAgree(event.target.checked) }} />{others === 1 ? 'Include the annotation of another coder' : `Include the ${others.toLocaleString('en-GB')} annotations of other coders`}</label>
}

/** Whether the annotations of all articles and events are here. */
export function useComplete(): boolean {
  const session = useSession()
  const loaded = session.loaded.get()
  return [...session.seen.article.keys(), ...session.records.event.keys()].every((id) => loaded.has(id))
}
