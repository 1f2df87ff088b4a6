import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { goToMemo } from '../../commands/memos'
import { walkRows } from '../../controls/walkRows'
import { allMemos, type Memo } from '../../../domain/query/memos'
import { holdsAll, wordsOf } from '../../../domain/query/words'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import { aboutMemo } from './aboutMemo'
import styles from './AnnotationsView.module.css'
import { Highlighted } from './Highlighted'
import memos from './MemosTab.module.css'
import { SearchBox } from './SearchBox'
import { TabSwitch } from './TabSwitch'

const ROW = 60
const names: Readonly<Record<Memo['kind'], string>> = { annotation: 'Annotation', article: 'Article', event: 'Event', code: 'Code', project: 'Project', entity: 'Entity' }

/** All memos of all kinds and coders, found by their words. */
export function MemosTab() {
  const session = useSession()
  const revision = useCell(session.revision)
  const [typed, setTyped] = useState('')
  // The records are replaced in place: the revision says when the memos are old.
  // oxlint-disable-next-line react/exhaustive-deps
  const all = useMemo(() => allMemos(session.seen).map((memo) => ({ memo, about: aboutMemo(session, memo) })), [session, revision])
  const words = useMemo(() => wordsOf(typed), [typed])
  const found = useMemo(() => all.filter(({ memo, about }) => holdsAll(`${memo.text}\n${about}`.toLocaleLowerCase(), words)), [all, words])
  return (
    <>
      <div className={`${styles['bar']} ${memos['bar']}`}>
        <TabSwitch />
        <SearchBox label="Search the memos" value={typed} placeholder="Search the memos" onType={setTyped} />
        <span className={styles['count']} role="status">{found.length === all.length ? `${all.length} ${all.length === 1 ? 'memo' : 'memos'}` : `${found.length} of ${all.length} memos`}</span>
      </div>
      {all.length === 0 ? (
        <div className={styles['empty']}><h2>No memos yet</h2><p>While reading, press <CommandKeys command="memo.write" /> to write down what you noticed: on an annotation, its article or event, a code, or the project.</p></div>
      ) : found.length === 0 ? (
        <div className={styles['empty']}><h2>No memo matches</h2><p>Every word has to occur in the memo or in what it is about.</p></div>
      ) : <List found={found} words={words} />}
    </>
  )
}

function List({ found, words }: { readonly found: readonly { readonly memo: Memo; readonly about: string }[]; readonly words: readonly string[] }) {
  const desk = useDesk()
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({ count: found.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 10 })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears the keys of the buttons in it
    <div ref={scroller} className={memos['list']} role="group" aria-label="Memos" onKeyDown={walkRows}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = found[index]
          return row && (
            <button key={`${row.memo.kind} ${row.memo.id} ${row.memo.coder}`} type="button" data-row className={memos['memo']} style={{ transform: `translateY(${start}px)`, height: ROW }} onClick={() => { goToMemo(desk, row.memo) }}>
              <span className={memos['kind']}>{names[row.memo.kind]}</span>
              <span className={memos['text']}><bdi><Highlighted text={row.memo.text} words={words} /></bdi></span>
              <span className={memos['about']} title={row.about}><bdi><Highlighted text={row.about} words={words} /></bdi></span>
              <span className={memos['who']}><bdi>{row.memo.coder === null ? 'shared' : (session.records.coder.get(row.memo.coder)?.name ?? 'another coder')}</bdi></span>
              <time className={memos['when']}>{row.memo.modified !== null && new Date(row.memo.modified).toLocaleDateString('en-GB', { dateStyle: 'medium' })}</time>
            </button>
          )
        })}
      </div>
    </div>
  )
}
