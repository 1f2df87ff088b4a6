import { useState } from 'react'
import { keepCopies, linkCopies, reopenCopies } from '../../../domain/changes/commands/copies'
import type { Outcome } from '../../../domain/changes/command'
import { Button } from '../../controls/Button'
import { performAny } from '../../commands/carryOut'
import { removeWithWarning } from '../../commands/removing'
import { counted } from '../codebook/words'
import { useDesk, useSession } from '../desk'
import { PickList } from '../PickList'
import { daysOf, sharesOf, type CopyRow } from './copyRows'
import styles from './CopiesView.module.css'
import { GroupDetail } from './GroupDetail'

/** What is set for the group in hand: who is left out of a decision, and which version is compared. */
interface InHand {
  readonly of: string
  readonly without: ReadonlySet<string>
  readonly beside: number
}

const untouched = (of: string): InHand => ({ of, without: new Set(), beside: 1 })

/** The groups, the one in hand, and what can be decided on it. */
export function Groups({ rows }: { readonly rows: readonly CopyRow[] }) {
  const [asked, setAt] = useState(0)
  const [hand, setHand] = useState(untouched(''))
  const act = useActs()
  // Once one is decided the next has its place.
  const at = Math.min(asked, rows.length - 1)
  const row = rows[at]
  if (!row) return null
  const own = hand.of === row.key ? hand : untouched(row.key)
  const { length } = row.articles
  const beside = Math.min(own.beside, length - 1)
  const chosen = row.articles.map(({ id }) => id).filter((id) => !own.without.has(id))
  const compare = (index: number): void => { setHand({ ...own, beside: index }) }
  const tick = (id: string): void => {
    const without = new Set(own.without)
    if (!without.delete(id)) without.add(id)
    setHand({ ...own, without })
  }
  // Whoever was left out of one decision is in the next one.
  const decide = (how: (ids: readonly string[]) => void): void => {
    how(chosen)
    setHand({ ...own, without: new Set() })
  }
  const keys: Readonly<Record<string, () => void>> = {
    ...(row.decision === null ? { l: () => { decide(act.link) }, k: () => { decide(act.keep) } } : { u: () => { act.reopen(row.key) } }),
    Delete: () => { act.remove(row.articles[beside]?.id) },
    ArrowRight: () => { compare(beside + 1 < length ? beside + 1 : Math.min(1, length - 1)) },
    ArrowLeft: () => { compare(beside > 1 ? beside - 1 : length - 1) },
  }
  const onKey = (key: string): boolean => {
    keys[key]?.()
    return Object.hasOwn(keys, key)
  }
  return (
    <div className={styles['body']}>
      <PickList label="Groups of near-duplicates" count={rows.length} keyOf={(i) => rows[i]?.key ?? ''} row={(i) => <Group row={rows[i]} />} at={at} onGo={setAt} onKey={onKey} />
      <section className={styles['detail']} aria-label="Group in hand">
        <div className={styles['acts']}>
          {row.decision === null ? (
            <>
              <Button kind="main" disabled={act.off || chosen.length < 2} onClick={() => { decide(act.link) }}>Link {counted(chosen.length, 'copy', 'copies')} <kbd>L</kbd></Button>
              <Button disabled={act.off || chosen.length === 0} onClick={() => { decide(act.keep) }}>Keep as they are <kbd>K</kbd></Button>
              <span className={styles['quiet']}>Linked ones are shown as copies of each other; kept ones are not proposed again.</span>
            </>
          ) : (
            <>
              <b>{row.decision === 'linked' ? 'Linked as copies' : 'Kept as they are'}</b>
              <Button disabled={act.off} onClick={() => { act.reopen(row.key) }}>Take back <kbd>U</kbd></Button>
            </>
          )}
        </div>
        <GroupDetail row={row} without={own.without} onTick={tick} beside={beside} onBeside={compare} onRemove={act.remove} />
      </section>
    </div>
  )
}

/** What can be decided, each as one step. */
function useActs() {
  const desk = useDesk()
  const session = useSession()
  const { records } = session
  const perform = (outcome: Outcome): void => { void performAny(desk, outcome) }
  return {
    off: session.readOnly !== null,
    link: (ids: readonly string[]): void => { perform(linkCopies(records, ids, session.circumstances())) },
    keep: (ids: readonly string[]): void => { perform(keepCopies(records, ids, session.circumstances())) },
    reopen: (group: string): void => { perform(reopenCopies(records, group)) },
    remove: (article: string | undefined): void => { if (article !== undefined) void removeWithWarning(desk, [article]) },
  }
}

function Group({ row }: { readonly row: CopyRow | undefined }) {
  if (!row) return null
  const [first] = row.articles
  const outlets = [...new Set(row.articles.map(({ outlet }) => outlet).filter(Boolean))]
  return (
    <>
      <b><bdi>{first?.headline || first?.source.file}</bdi></b>
      <small><bdi>{outlets.join(', ') || 'Outlets unknown'}</bdi></small>
      <small>{[counted(row.articles.length, 'article'), daysOf(row.articles), sharesOf(row)].filter(Boolean).join(' · ')}</small>
    </>
  )
}
