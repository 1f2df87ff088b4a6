import { Check } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Place } from '../../../domain/synopsis/parallel'
import type { TableRow } from '../../../domain/synopsis/table'
import { kindWords } from '../../../domain/synopsis/words'
import { PassageActs } from './PassageActs'
import { PassageCell } from './PassageCell'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import type { Table } from './useTable'

interface Props extends Pick<Table, 'codesOf' | 'renderingsOf'> {
  readonly row: TableRow
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly columns: readonly Column[]
  readonly differences: boolean
  readonly selected: boolean
  /** The column the keyboard is at, -1 for the passage as a whole; null when it is at another row. */
  readonly across: number | null
  readonly marked: readonly Place[]
}

const MOST_RENDERINGS = 3

/** A shared passage: what it is, then who has it, in what words. */
export const PassageRow = memo(function PassageRow({ row, id, columns, codesOf, renderingsOf, differences, selected, across, marked }: Props) {
  const { passage, name, outlets } = row
  const renderings = useMemo(() => renderingsOf(row), [renderingsOf, row])
  const more = renderings.length - MOST_RENDERINGS
  return (
    <>
      <div role="rowheader" id={`${id}--1`} aria-colindex={1} className={`${styles['first']} ${across === -1 ? styles['cursor'] : ''}`}>
        <div className={styles['about']}>
          <b><bdi>{name}</bdi>{selected && <Check size={13} aria-label="selected" />}</b>
          {passage.state !== 'rejected' && <span>{kindWords[passage.kind]}</span>}
          {renderings.length > 1 && (
            <span className={styles['renderings']}>
              {renderings.slice(0, MOST_RENDERINGS).map(({ key, words, count }) => <i key={key} title={`“${words}” in ${count === 1 ? 'one place' : `${count} places`}`}><bdi>{words}</bdi> {count}</i>)}
              {more > 0 && <span title={renderings.slice(MOST_RENDERINGS).map(({ words, count }) => `${words} ${count}`).join(', ')}>{more} more</span>}
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
      {columns.map((column, i) => (
        <PassageCell key={column.article.id} id={`${id}-${i}`} index={i} column={column} places={row.cells.get(column.article.id)} codesOf={codesOf} differences={differences} cursor={across === i} marked={marked} />
      ))}
    </>
  )
})

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
