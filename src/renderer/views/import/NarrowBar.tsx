import { useMemo } from 'react'
import type { ProblemFilter, RowFilter, Tally } from '../../store/import/rows'
import type { ImportState } from '../../store/import/state'
import styles from './ImportView.module.css'
import { problemNames, problemOrder } from './problemWords'

interface Props {
  readonly state: ImportState
  readonly counts: Tally
  /** How many rows pass. */
  readonly shown: number
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
}

/** Narrows the table: by words, by file, and by what is to be looked at. */
export function NarrowBar({ state: { entries }, counts, shown, filter, onFilter }: Props) {
  const files = useMemo(() => [...new Map(entries.map(({ file, article }) => [file, article.source.file]))], [entries])
  const kinds = problemOrder.filter((kind) => counts.problems.has(kind) || filter.problem === kind)
  const toggle = (problem: ProblemFilter): void => { onFilter({ ...filter, problem: filter.problem === problem ? null : problem }) }
  return (
    <div className={styles['narrow']} role="search" aria-label="Narrow the articles found">
      <input
        className={styles['filter']} aria-label="Filter the articles found" placeholder="Filter" maxLength={200} value={filter.text}
        data-draft={filter.text !== '' || undefined} onChange={(event) => { onFilter({ ...filter, text: event.target.value }) }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return
          event.stopPropagation()
          onFilter({ ...filter, text: '' })
        }}
      />
      {files.length > 1 && (
        <select aria-label="File" data-set={filter.file !== null} value={filter.file ?? ''} onChange={(event) => { onFilter({ ...filter, file: event.target.value === '' ? null : event.target.value }) }}>
          <option value="">All files</option>
          {files.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
        </select>
      )}
      <span className={styles['count']}>{shown.toLocaleString('en')} of {entries.length.toLocaleString('en')}</span>
      <span className={styles['chips']} role="group" aria-label="To look at">
        {kinds.length === 0 && <span className={styles['fine']}>Nothing to look at</span>}
        {kinds.map((kind) => (
          <button key={kind} type="button" className={styles['chip']} aria-pressed={filter.problem === kind} onClick={() => { toggle(kind) }}>
            {problemNames[kind]} <b>{(counts.problems.get(kind) ?? 0).toLocaleString('en')}</b>
          </button>
        ))}
      </span>
    </div>
  )
}
