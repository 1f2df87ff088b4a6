import { useState, type CSSProperties, type DragEvent } from 'react'
import { withColumnAt } from '../../store/synopsisView'
import { useDesk } from '../desk'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import { whyNotCompared } from './words'

const DRAGGED = 'application/x-synoptic-synopsis-column'

interface Props {
  readonly event: string
  readonly columns: readonly Column[]
  readonly shape: CSSProperties
}

/** The outlets above their columns, which can be dragged to another place. */
export function ColumnHeads({ event, columns, shape }: Props) {
  const { synopsisView } = useDesk()
  const [over, setOver] = useState<string | null>(null)
  const drop = (dragged: DragEvent, to: number): void => {
    setOver(null)
    const id = dragged.dataTransfer.getData(DRAGGED)
    synopsisView.update((now) => withColumnAt(now, event, columns.map(({ article }) => article), id, to))
  }
  return (
    <div role="row" aria-rowindex={1} className={styles['heads']} style={shape}>
      <div role="columnheader" aria-colindex={1} className={styles['first']}><b>Passage</b><small>kind, renderings</small></div>
      {columns.map(({ article, name, about, why }, i) => (
        <div
          key={article.id} role="columnheader" aria-colindex={i + 2} tabIndex={-1} className={over === article.id ? styles['over'] : undefined} draggable title="Drag to put the outlets in another order"
          onDragStart={(dragged) => { dragged.dataTransfer.setData(DRAGGED, article.id) }}
          onDragOver={(dragged) => { if (dragged.dataTransfer.types.includes(DRAGGED)) { dragged.preventDefault(); setOver(article.id) } }}
          onDragLeave={() => { setOver(null) }} onDrop={(dragged) => { drop(dragged, i) }}
        >
          <b><bdi>{name}</bdi></b>
          <small>{why === null ? about : `not compared: ${whyNotCompared[why]}`}</small>
        </div>
      ))}
    </div>
  )
}
