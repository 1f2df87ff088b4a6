import { Check } from 'lucide-react'
import { memo } from 'react'
import { workOut, type Once } from '../../../domain/synopsis/once'
import type { Place } from '../../../domain/synopsis/parallel'
import type { TablePassage, TableRow } from '../../../domain/synopsis/table'
import type { CodesOf } from '../../../domain/synopsis/tableQuery'
import { kindWords } from '../../../domain/synopsis/words'
import { PassageActs } from './PassageActs'
import { PassageCell } from './PassageCell'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import { useWork } from './useWork'

interface Props {
  readonly codesOf: CodesOf
  readonly row: TableRow
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly columns: readonly Column[]
  /** Of the columns those that stand here, half-open. */
  readonly from: number
  readonly to: number
  readonly differences: boolean
  readonly selected: boolean
  /** The column the keyboard is at, -1 for the passage as a whole; null when it is at another row. */
  readonly across: number | null
  readonly marked: readonly Place[]
  readonly onVariants: (passage: TablePassage) => void
}

const MOST_RENDERINGS = 3

/** A shared passage: what it is, then who has it, in what words. */
export const PassageRow = memo(function PassageRow({ row, id, columns, from, to, codesOf, differences, selected, across, marked, onVariants }: Props) {
  const { passage, name, outlets } = row
  const steps = [...row.work.attributions, ...row.work.words]
  useWork(() => worked(row, steps), [row])
  // Once it is worked out it stays so, also for the row as it is after a ruling elsewhere.
  const ready = steps.every(({ isDone }) => isDone)
  const renderings = ready ? row.renderings : []
  const more = renderings.length - MOST_RENDERINGS
  return (
    <>
      <div role="rowheader" id={`${id}--1`} aria-colindex={1} className={`${styles['first']} ${across === -1 ? styles['cursor'] : ''}`}>
        <div className={styles['about']}>
          <b><bdi>{name}</bdi>{selected && <Check size={13} aria-label="selected" />}</b>
          {passage.state !== 'rejected' && <span>{kindWords[passage.kind]}</span>}
          {renderings.length > 1 && (
            <span className={styles['renderings']}>
              {renderings.slice(0, MOST_RENDERINGS).map(({ key, words, count }) => <button key={key} type="button" tabIndex={-1} title={`“${words}” in ${count === 1 ? 'one place' : `${count} places`}. Show all variants`} onClick={() => { onVariants(passage) }}><bdi>{words}</bdi> {count}</button>)}
              {more > 0 && <button type="button" tabIndex={-1} title={renderings.slice(MOST_RENDERINGS).map(({ words, count }) => `${words} ${count}`).join(', ')} onClick={() => { onVariants(passage) }}>{more} more</button>}
            </span>
          )}
          <span className={styles['state']}>
            {passage.state !== 'rejected' && <Strength strength={passage.strength} />}
            <span>{outlets} {outlets === 1 ? 'outlet' : 'outlets'}</span>
            {passage.state === 'confirmed' && <span className={styles['confirmed']}><Check size={12} /> confirmed</span>}
            {passage.state === 'suggested' && <em>suggestion</em>}
            {passage.state === 'rejected' && <em>rejected</em>}
          </span>
          {across !== null && <PassageActs />}
        </div>
      </div>
      {columns.slice(from, to).map((column, i) => (
        <PassageCell key={column.article.id} id={`${id}-${from + i}`} index={from + i} ready={ready} column={column} places={row.cells.get(column.article.id)} codesOf={codesOf} differences={differences} cursor={across === from + i} marked={marked} />
      ))}
    </>
  )
})

function* worked(row: TableRow, steps: readonly Once<unknown>[]): Generator<void, TableRow> {
  yield* workOut(steps)
  return row
}

const STEPS = [0.4, 0.7] as const

/** How much evidence there is, in three steps. */
function Strength({ strength }: { readonly strength: number }) {
  const steps = 1 + STEPS.filter((least) => strength >= least).length
  return (
    <span className={styles['strength']} role="img" aria-label={`strength ${steps} of 3`} title={`Strength ${strength.toFixed(2)} of 1: how much the words have in common`}>
      {[1, 2, 3].map((step) => <i key={step} data-on={step <= steps ? '' : undefined} />)}
    </span>
  )
}
