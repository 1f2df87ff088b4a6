import { useEffect, useRef, useState } from 'react'
import { canWriteMemo, memoText, writeMemo } from '../../commands/memos'
import type { MemoTarget } from '../../commands/memoTarget'
import { GrowingText } from '../../controls/GrowingText'
import { useDesk, useSession } from '../desk'
import styles from './overlays.module.css'

/** A memo to be written, and what other coders wrote on the same. */
export function MemoText({ target }: { readonly target: MemoTarget }) {
  const desk = useDesk()
  const session = useSession()
  const { draft, type, finish } = useDraft(target)
  const writable = canWriteMemo(desk, target)
  const others = target.kind === 'article' || target.kind === 'event'
    ? [...(session.records.sheetsOf.get(target.id)?.values() ?? [])].filter((sheet) => sheet.coder !== session.opened.coder.id && sheet.memo !== '')
    : []
  return (
    <>
      <GrowingText
        className={styles['memo']} aria-label="Memo" autoFocus rows={4} maxLength={100_000} readOnly={!writable} value={draft}
        placeholder={writable ? 'What you noticed, wondered or decided' : 'No memo'}
        onChange={(event) => { type(event.target.value) }} onBlur={finish}
      />
      <p className={styles['hint']}>{!writable ? 'This is to be read, not changed.' : target.kind === 'code' || target.kind === 'project' ? 'The whole team shares this memo.' : 'This memo is your own; others can read it.'}</p>
      {others.map((sheet) => (
        <div key={sheet.id} className={styles['other']}><b><bdi>{session.records.coder.get(sheet.coder)?.name ?? 'another coder'}</bdi></b><p><bdi>{sheet.memo}</bdi></p></div>
      ))}
    </>
  )
}

/**
 * The text as it is typed, written at once; a code's memo only when it is left, because every change of the codebook
 * makes a version of it.
 */
function useDraft(target: MemoTarget): { readonly draft: string; readonly type: (text: string) => void; readonly finish: () => void } {
  const desk = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const late = target.kind === 'code'
  const waiting = useRef<string | null>(null)
  const finish = (): void => {
    if (waiting.current !== null) writeMemo(desk, target, waiting.current)
    waiting.current = null
  }
  useEffect(() => () => {
    finish()
    // The target never changes: another one is another text area.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const type = (text: string): void => {
    if (late) {
      waiting.current = text
      setTyped(text)
    } else writeMemo(desk, target, text)
  }
  return { draft: typed ?? memoText(desk, target), type, finish }
}
