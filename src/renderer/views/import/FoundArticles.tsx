import { useMemo, useState } from 'react'
import type { ImportAssistant } from '../../store/import/assistant'
import { rowIn, rowOrder, unfiltered, type RowFilter, type RowSort, type Tally } from '../../store/import/rows'
import { useCell } from '../../store/watch'
import { CorrectMany } from './CorrectMany'
import { FoundTable } from './FoundTable'
import styles from './ImportView.module.css'
import type { ImportTab } from './importTab'
import { NothingFound } from './NothingFound'
import { NarrowBar } from './NarrowBar'
import { Preview } from './Preview'
import { useOutletNames } from './useOutletNames'

interface Props {
  readonly assistant: ImportAssistant
  readonly counts: Tally
  readonly onTab: (tab: ImportTab) => void
}

/** The articles found, as a table with what can be done about them, and beside it the one in hand. */
export function FoundArticles({ assistant, counts, onTab }: Props) {
  const state = useCell(assistant.state)
  const hand = useCell(assistant.hand)
  const [filter, setFilter] = useState<RowFilter>(unfiltered)
  const [sort, setSort] = useState<RowSort>({ column: null, descending: false })
  const order = useMemo(
    () => rowOrder(assistant.state.get(), filter, sort),
    // Not when an article is corrected: its row stays under the hand until one sorts or filters anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [assistant, state.entries, filter, sort],
  )
  const outlets = useOutletNames(state)
  if (state.entries.length === 0) return <NothingFound assistant={assistant} onTab={onTab} />
  const inHand = rowIn(state, hand ?? order[0] ?? '')
  return (
    <>
      <NarrowBar state={state} counts={counts} shown={order.length} filter={filter} onFilter={setFilter} />
      <CorrectMany assistant={assistant} order={order} />
      <datalist id="import-outlets">{outlets.map((name) => <option key={name} value={name}>{name}</option>)}</datalist>
      <div className={styles['body']}>
        <FoundTable assistant={assistant} order={order} sort={sort} onSort={setSort} hand={inHand?.id ?? null} />
        {inHand && <Preview key={inHand.id} assistant={assistant} row={inHand} />}
      </div>
    </>
  )
}
