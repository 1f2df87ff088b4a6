import { useState } from 'react'
import { acceptProposals } from '../../../domain/changes/commands/acceptProposals'
import { Button } from '../../controls/Button'
import { performAny } from '../../commands/carryOut'
import { changed, going, moved, ticked, type Draft } from '../../store/drafts'
import { counted } from '../codebook/words'
import styles from '../copies/CopiesView.module.css'
import { daysOf } from '../copies/copyRows'
import { useDesk, useSession } from '../desk'
import { PickList } from '../PickList'
import { ProposalDetail } from './ProposalDetail'

interface Props {
  readonly drafts: readonly Draft[]
  readonly onSet: (change: (all: readonly Draft[]) => readonly Draft[]) => void
}

/** The proposals, and the one in hand. Arrow keys go through them, A accepts, R refuses. */
export function Proposals({ drafts, onSet }: Props) {
  const desk = useDesk()
  const session = useSession()
  const [asked, setAt] = useState(0)
  // Once one is decided the next has its place.
  const at = Math.min(asked, drafts.length - 1)
  const draft = drafts[at]
  if (!draft) return null
  const off = session.readOnly !== null
  const chosen = going(draft)
  const fits = chosen.length > 0 && (draft.event !== null || draft.name.trim() !== '')
  const accept = (): void => { if (fits && !off) void performAny(desk, acceptProposals(session.records, [{ ...draft, articles: chosen }], session.circumstances())) }
  const refuse = (): void => { onSet((all) => all.filter(({ id }) => id !== draft.id)) }
  const keys: Readonly<Record<string, () => void>> = { a: accept, r: refuse, Delete: refuse }
  const onKey = (key: string): boolean => {
    keys[key]?.()
    return Object.hasOwn(keys, key)
  }
  return (
    <div className={styles['body']}>
      <PickList label="Proposals" count={drafts.length} keyOf={(i) => drafts[i]?.id ?? ''} row={(i) => <Line draft={drafts[i]} />} at={at} onGo={setAt} onKey={onKey} />
      <section className={styles['detail']} aria-label="Proposal in hand">
        <div className={styles['acts']}>
          <Button kind="main" disabled={off || !fits} onClick={accept}>{draft.event === null ? `Make an event of ${counted(chosen.length, 'article')}` : `Add ${counted(chosen.length, 'article')}`} <kbd>A</kbd></Button>
          <Button onClick={refuse}>Refuse <kbd>R</kbd></Button>
        </div>
        <ProposalDetail
          key={draft.id} draft={draft} others={near(drafts, at)}
          onRename={(name) => { onSet((all) => changed(all, draft.id, (one) => ({ ...one, name }))) }}
          onTick={(article) => { onSet((all) => changed(all, draft.id, (one) => ticked(one, article))) }}
          onMove={(article, to) => { onSet((all) => moved(all, article, to)) }}
        />
      </section>
    </div>
  )
}

/** More to choose from than this is no choice; the list is in order of size, so those about as large come first. */
const MOST_NEAR = 30

/** Proposals an article may be moved to instead. */
const near = (drafts: readonly Draft[], at: number): readonly Draft[] =>
  drafts.slice(Math.max(0, at - MOST_NEAR), at + MOST_NEAR + 1).filter((one) => one !== drafts[at])

function Line({ draft }: { readonly draft: Draft | undefined }) {
  const { seen: records } = useSession()
  if (!draft) return null
  const articles = draft.articles.flatMap(({ id }) => records.article.get(id) ?? [])
  const outlets = new Set(articles.map(({ outlet }) => outlet).filter(Boolean)).size
  const event = draft.event === null ? undefined : records.event.get(draft.event)
  return (
    <>
      <b><bdi>{event?.name ?? (draft.name.trim() || 'No name yet')}</bdi></b>
      <small>{[daysOf(articles) || 'no dates', counted(articles.length, 'article'), outlets > 0 && counted(outlets, 'outlet')].filter(Boolean).join(' · ')}</small>
      <small>{event ? 'May belong to this event' : 'New event'}</small>
    </>
  )
}
