import { useEffect, useMemo, useState } from 'react'
import { inOrder } from '../../../domain/project/order'
import type { Line } from '../../../domain/query/concordance'
import { codeHits, isCodedAs } from '../../commands/codeHits'
import { eventInHand } from '../../commands/codeTargets'
import { activeArticle } from '../../commands/textCommands'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import type { Asked } from '../../store/corpusSearch'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './EqualPassages.module.css'
import { HitList, hitKey } from './HitList'
import { SpanCodeSelect, spanCodes } from './SpanCodeSelect'

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
  const entries = spanCodes(session)
  const [code, setCode] = useState(entries.find((entry) => entry.code.id === first)?.code.id ?? entries[0]?.code.id ?? '')
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const state = useHits(articles[scope], { words, matchCase, whole })
  const { complete } = state
  const fresh = state.hits.filter((hit) => !isCodedAs(session, hit, code))
  const accepted = fresh.filter((hit) => !refused.has(hitKey(hit)))
  const close = (): void => { overlay.set(null) }
  const run = (): void => {
    if (accepted.length === 0 || !complete) return
    close()
    codeHits(desk, session, accepted, code).catch(desk.app.tell)
  }
  return (
    <Dialog title="Code every equal passage" width="wide" onClose={close} actions={
      <><span className={styles['sum']} role="status">{sum(state, fresh.length, accepted.length)}</span><Button onClick={close}>Cancel</Button><Button kind="main" disabled={accepted.length === 0 || !complete} onClick={run}>Code {accepted.length} {accepted.length === 1 ? 'passage' : 'passages'}</Button></>
    }>
      <div className={styles['form']}>
        <label>Words <input value={words} maxLength={1_000} onChange={(event) => { setWords(event.target.value); setRefused(new Set()) }} /></label>
        <SpanCodeSelect code={code} onChoose={setCode} />
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

interface Hits {
  readonly hits: readonly Line[]
  readonly complete: boolean
  readonly done: number
  readonly total: number
  readonly full: boolean
  readonly unread: number
  readonly problem: string | null
}

function sum({ hits, complete, done, total, full, unread, problem }: Hits, fresh: number, accepted: number): string {
  if (problem !== null) return problem
  if (!complete) return `Looking, ${done} of ${total} articles`
  const parts = [`${accepted} of ${fresh} accepted`]
  if (hits.length > fresh) parts.push(`${hits.length - fresh} coded already`)
  if (full) parts.push('more were found than can be shown: choose fewer articles')
  if (unread > 0) parts.push(`${unread} texts can’t be read`)
  return parts.join(', ')
}

function useScopes(): Readonly<Record<Scope, readonly string[]>> {
  const desk = useDesk()
  const session = useSession()
  const [article, event] = [activeArticle(desk), eventInHand(desk)]
  return useMemo(() => {
    const all = inOrder(session.seen.article.values())
    return { article: article === undefined ? [] : [article], event: all.filter((one) => event !== undefined && one.event === event).map(({ id }) => id), corpus: all.map(({ id }) => id) }
  }, [session, article, event])
}

/** More hits than anybody reviews. */
const MOST_HITS = 5_000

function useHits(articles: readonly string[], { words, matchCase, whole }: { words: string; matchCase: boolean; whole: boolean }): Hits {
  const session = useSession()
  const search = session.search('equal-passages')
  const catalogue = useCell(session.catalogue)
  const { state, id, found, done, total, problem } = useCell(search.state)
  const [shown, setShown] = useState<{ readonly of: string | null; readonly hits: readonly Line[] }>({ of: null, hits: [] })
  useEffect(() => {
    const asked: Asked = { wanted: { typed: words, as: 'phrase', matchCase, whole, exact: false }, inExcluded: false, articles, most: MOST_HITS, catalogue }
    void search.ask(asked)
  }, [search, articles, words, matchCase, whole, catalogue])
  useEffect(() => () => { void search.ask(null) }, [search])
  useEffect(() => {
    if (state !== 'over') return
    search.linesOf(Array.from({ length: found.hits }, (_, hit) => hit)).then((hits) => { setShown({ of: id, hits }) }, () => undefined)
  }, [search, state, id, found])
  return { hits: shown.of === id ? shown.hits : [], complete: state === 'over' && shown.of === id, done, total, full: found.full, unread: found.unread, problem }
}
