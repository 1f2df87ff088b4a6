import { useEffect, useMemo, useState } from 'react'
import { annotateAll } from '../../../domain/changes/commands/annotate'
import { rolesOf } from '../../../domain/project/codes'
import { THE } from '../../../domain/project/records'
import { inOrder } from '../../../domain/project/order'
import { overlaps, sameSpan } from '../../../domain/text/span'
import { performAny } from '../../commands/carryOut'
import type { Desk } from '../../commands/command'
import { eventInHand } from '../../commands/codeTargets'
import { activeArticle } from '../../commands/textCommands'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { Session } from '../../store/session'
import { searchTexts, type Hit, type SearchState } from '../../store/textSearch'
import { useDesk, useSession } from '../desk'
import styles from './EqualPassages.module.css'
import { HitList, hitKey } from './HitList'

const scopes = [['article', 'This article'], ['event', 'This event'], ['corpus', 'All articles']] as const
type Scope = (typeof scopes)[number][0]

/** Every occurrence of some words in the article, event or corpus: each is accepted or refused, then all are coded as one step. */
export function EqualPassagesDialog({ words: given, code: first }: { readonly words: string; readonly code: string | null }) {
  const desk = useDesk()
  const { overlay } = desk
  const session = useSession()
  const [words, setWords] = useState(given)
  const [whole, setWhole] = useState(true)
  const [matchCase, setMatchCase] = useState(false)
  const articles = useScopes()
  const [scope, setScope] = useState<Scope>(articles.event.length > 1 ? 'event' : 'article')
  const entries = [...session.codes().values()].filter((entry) => (entry.dimension.unit === 'span' || entry.dimension.unit === 'paragraph') && rolesOf(entry).length === 0)
  const [code, setCode] = useState(entries.find((entry) => entry.code.id === first)?.code.id ?? entries[0]?.code.id ?? '')
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const state = useHits(session, articles[scope], { words, matchCase, whole })
  const complete = state.full || state.done >= articles[scope].length
  const coded = (hit: Hit): boolean => [...(session.records.annotationsOf.get(hit.article)?.values() ?? [])]
    .some((one) => one.code === code && one.coder === session.opened.coder.id && one.spans.some((span) => (one.unit === 'paragraph' ? overlaps(span, hit) : sameSpan(span, hit))))
  const fresh = state.hits.filter((hit) => !coded(hit))
  const accepted = fresh.filter((hit) => !refused.has(hitKey(hit)))
  const close = (): void => { overlay.set(null) }
  const run = (): void => {
    if (accepted.length === 0 || !complete) return
    close()
    codeHits(desk, session, accepted, code).catch((error: unknown) => { desk.app.notice.set(error instanceof Error ? error.message : String(error)) })
  }
  return (
    <Dialog title="Code every equal passage" width="wide" onClose={close} actions={
      <><span className={styles['sum']} role="status">{sum(state, fresh.length, accepted.length, articles[scope].length)}</span><Button onClick={close}>Cancel</Button><Button kind="main" disabled={accepted.length === 0 || !complete} onClick={run}>Code {accepted.length} {accepted.length === 1 ? 'passage' : 'passages'}</Button></>
    }>
      <div className={styles['form']}>
        <label>Words <input value={words} maxLength={1_000} onChange={(event) => { setWords(event.target.value); setRefused(new Set()) }} /></label>
        <label>Code <select value={code} onChange={(event) => { setCode(event.target.value) }}>
          {session.records.codebook.get(THE)?.dimensions.map((dimension) => (
            <optgroup key={dimension.id} label={dimension.name}>
              {entries.filter((entry) => entry.dimension.id === dimension.id).map((entry) => <option key={entry.code.id} value={entry.code.id}>{'\u2007'.repeat(entry.depth * 2)}{entry.code.name}</option>)}
            </optgroup>
          ))}
        </select></label>
        <label>In <select value={scope} onChange={(event) => { setScope(event.target.value as Scope) }}>
          {scopes.map(([id, name]) => <option key={id} value={id} disabled={articles[id].length === 0}>{name} ({articles[id].length})</option>)}
        </select></label>
        <label className={styles['check']}><input type="checkbox" checked={whole} onChange={(event) => { setWhole(event.target.checked) }} /> Whole words</label>
        <label className={styles['check']}><input type="checkbox" checked={matchCase} onChange={(event) => { setMatchCase(event.target.checked) }} /> Same capitals</label>
      </div>
      <HitList hits={fresh} refused={refused} onRefuse={setRefused} onConfirm={run} />
    </Dialog>
  )
}

function sum({ hits, done, full, unread }: SearchState, fresh: number, accepted: number, total: number): string {
  if (done < total && !full) return `Looking, ${done} of ${total} articles`
  const parts = [`${accepted} of ${fresh} accepted`]
  if (hits.length > fresh) parts.push(`${hits.length - fresh} coded already`)
  if (full) parts.push('more were found than can be shown: choose fewer articles')
  if (unread.length > 0) parts.push(`${unread.length} texts can’t be read`)
  return parts.join(', ')
}

function useScopes(): Readonly<Record<Scope, readonly string[]>> {
  const desk = useDesk()
  const session = useSession()
  const [article, event] = [activeArticle(desk), eventInHand(desk)]
  return useMemo(() => {
    const all = inOrder(session.records.article.values())
    return { article: article === undefined ? [] : [article], event: all.filter((one) => event !== undefined && one.event === event).map(({ id }) => id), corpus: all.map(({ id }) => id) }
  }, [session, article, event])
}

function useHits(session: Session, articles: readonly string[], { words, matchCase, whole }: { words: string; matchCase: boolean; whole: boolean }): SearchState {
  const [state, setState] = useState<SearchState>({ hits: [], unread: [], done: 0, full: false })
  useEffect(() => {
    return searchTexts(session, articles, { words: words.trim(), matchCase, whole }, setState)
  }, [session, articles, words, matchCase, whole])
  return state
}

async function codeHits(desk: Desk, session: Session, hits: readonly Hit[], code: string): Promise<void> {
  const texts = new Map<string, string>()
  for (const { article } of hits) if (!texts.has(article)) texts.set(article, await session.text(article))
  await session.load([...texts.keys()])
  const writable = hits.filter(({ article }) => !session.blocked(article))
  await performAny(desk, annotateAll(session.records, writable.map(({ article, start, end }) => ({ article, text: texts.get(article) ?? '', span: { start, end }, code })), session.circumstances()))
}
