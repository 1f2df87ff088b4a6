import { Check } from 'lucide-react'
import { memo } from 'react'
import type { TableRow } from '../../../domain/synopsis/table'
import type { CodesOf } from '../../../domain/synopsis/tableQuery'
import { PassageCell } from './PassageCell'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import { kindWords } from './words'

interface Props {
  readonly row: TableRow
  /** What the ids of its cells begin with. */
  readonly id: string
  readonly columns: readonly Column[]
  readonly codesOf: CodesOf
  readonly differences: boolean
  readonly selected: boolean
  /** The column the keyboard is at, -1 for the passage as a whole; null when it is at another row. */
  readonly across: number | null
}

/** A shared passage: what it is, then who has it, in what words. */
export const PassageRow = memo(function PassageRow({ row, id, columns, codesOf, differences, selected, across }: Props) {
  const { passage: { kind, strength, state }, name, outlets } = row
  return (
    <>
      <div role="rowheader" id={`${id}--1`} aria-colindex={1} className={`${styles['first']} ${across === -1 ? styles['cursor'] : ''}`}>
        <b><bdi>{name}</bdi>{selected && <Check size={13} aria-label="selected" />}</b>
        <span>{kindWords[kind]}</span>
        <span className={styles['state']}>
          <Strength strength={strength} />
          <span>{outlets} {outlets === 1 ? 'outlet' : 'outlets'}</span>
          {state === 'confirmed' && <span className={styles['confirmed']}><Check size={12} /> confirmed</span>}
          {state === 'suggested' && <em>suggestion</em>}
        </span>
      </div>
      {columns.map((column, i) => (
        <PassageCell key={column.article.id} id={`${id}-${i}`} index={i} column={column} places={row.cells.get(column.article.id)} codesOf={codesOf} differences={differences} cursor={across === i} />
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
