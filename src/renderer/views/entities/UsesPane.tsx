import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { useRef } from 'react'
import type { Annotation } from '../../../domain/project/annotation'
import type { Entity } from '../../../domain/project/entity'
import { quoteOf } from '../../../domain/text/anchor'
import { openAnnotation } from '../../commands/reviewing'
import { useDesk, useSession } from '../desk'
import styles from './EntitiesView.module.css'

interface Props {
  readonly entity: Entity
  readonly uses: readonly Annotation[]
  readonly onClose: () => void
}

const ROW = 58

/** The annotations that name an entity; a click goes to one. */
export function UsesPane({ entity, uses, onClose }: Props) {
  const desk = useDesk()
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: uses.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 6, getItemKey: (i) => uses[i]?.id ?? i })
  return (
    <aside className={styles['pane']} aria-label={`Annotations that name ${entity.name}`}>
      <header>
        <h2><bdi>{entity.name}</bdi></h2> <span>{uses.length} {uses.length === 1 ? 'annotation' : 'annotations'}</span>
        <button type="button" className={styles['close']} aria-label="Close the list" onClick={onClose}><X size={14} /></button>
      </header>
      {uses.length === 0 && <p className={styles['none']}>No annotation names it.</p>}
      <div ref={scroller} className={styles['scroll']}>
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const one = uses[index]
            return one && (
              <li key={one.id} style={{ transform: `translateY(${start}px)` }}>
                <button type="button" className={styles['use']} onClick={() => { openAnnotation(desk, one.id) }}>
                  <q><bdi>{quoteOf(one.spans) || 'the article or event as a whole'}</bdi></q>
                  <span><bdi>{session.seen.article.get(one.subject)?.outlet || session.records.event.get(one.subject)?.name || 'outlet unknown'}</bdi> · <bdi>{session.codes().get(one.code)?.code.name ?? 'unknown code'}</bdi> · <bdi>{session.records.coder.get(one.coder)?.name ?? 'another coder'}</bdi></span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </aside>
  )
}
