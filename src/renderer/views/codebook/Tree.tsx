import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { finishDraft, goTo, moveTo, rename } from '../../commands/codebookActions'
import { codeUse } from '../../../domain/changes/commands/codebook/preview'
import { THE } from '../../../domain/project/records'
import { landing, zoneAt, type Zone } from '../../store/codebook/places'
import type { TreeRow } from '../../store/codebook/rows'
import { codeOf, type NodeKey } from '../../store/codebook/state'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { NameBox } from './NameBox'
import styles from './Tree.module.css'
import { TreeLine } from './TreeLine'
import { clicked, treeKey } from './treeKeys'

const ROW = 28

interface Props {
  readonly rows: readonly TreeRow[]
  /** Where the line for a new name stands, if one is being typed. */
  readonly draft: { readonly at: number; readonly level: number } | null
  /** Somebody begins to type a name to look for. */
  readonly onType: () => void
}

/** The outline: the rows one can see, however many there are. The tree as a whole has the keyboard, one of its rows is the active one. */
export function Tree({ rows, draft, onType }: Props) {
  const desk = useDesk()
  const session = useSession()
  const state = useCell(desk.app.codebook)
  const scroller = useRef<HTMLDivElement>(null)
  const revision = session.revision.get()
  // The records are replaced in place: the revision says when the counts are old.
  // oxlint-disable-next-line react/exhaustive-deps
  const use = useMemo(() => codeUse(session.records, 'all'), [session, revision])
  const count = rows.length + (draft ? 1 : 0)
  const indexOf = (at: number): number => (draft && at >= draft.at ? at + 1 : at)
  const rowAt = (index: number): TreeRow | undefined => (draft && index === draft.at ? undefined : rows[draft && index > draft.at ? index - 1 : index])
  const active = rows.findIndex((row) => row.key === state.at)
  const list = useVirtualizer({
    count, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12,
    getItemKey: (i) => rowAt(i)?.key ?? 'draft',
    // The active row stays in the page, so that it can be pointed out however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      const kept = draft ? draft.at : active === -1 ? undefined : indexOf(active)
      return kept === undefined || kept >= count || shown.includes(kept) ? shown : [...shown, kept].sort((a, b) => a - b)
    },
  })
  const shownAt = draft ? draft.at : active
  useEffect(() => {
    if (shownAt >= 0) list.scrollToIndex(shownAt, { align: 'auto' })
    // Only when another row is to be seen, not whenever the list is drawn anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shownAt, state.at])
  const dragging = useDragging(rows)
  const back = (): void => { scroller.current?.focus() }
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (treeKey(desk, rows, event)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && /^[\p{L}\p{N}]$/u.test(event.key) && !event.shiftKey) {
      event.stopPropagation()
      onType()
    }
  }
  const onClick = (row: TreeRow) => (event: MouseEvent): void => {
    clicked(desk, rows, row, event)
    if (!(event.target instanceof HTMLInputElement)) back()
  }
  return (
    <div
      ref={scroller} className={styles['tree']} role="tree" aria-label="Dimensions and codes" aria-multiselectable tabIndex={0}
      aria-activedescendant={active === -1 ? undefined : idOf(state.at)} onKeyDown={onKey}
      onFocus={(event) => { if (event.target === event.currentTarget && active === -1 && rows[0]) goTo(desk, rows[0].key) }}
    >
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rowAt(index)
          const style = { transform: `translateY(${start}px)`, height: ROW }
          if (!row) {
            return draft && index === draft.at && (
              <div key="draft" role="none" className={styles['row']} style={{ ...style, paddingLeft: 8 + (draft.level - 1) * 16 + 20 }}>
                <NameBox label={draft.level === 1 ? 'Name of the new dimension' : 'Name of the new code'} value="" onEnd={(name) => { finishDraft(desk, name); back() }} />
              </div>
            )
          }
          return (
            <TreeLine
              key={row.key} id={idOf(row.key)} row={row} style={style} use={row.code ? use.get(row.code.id)?.annotations ?? 0 : 0}
              active={row.key === state.at} taken={row.code !== null && state.taken.has(row.code.id)} renaming={row.key === state.renaming}
              zone={dragging.over?.key === row.key ? dragging.over.zone : null}
              onRename={(name) => { rename(desk, row.key, name); back() }} onClick={onClick(row)} drag={dragging.of(row)}
            />
          )
        })}
      </div>
      {rows.length === 0 && !draft && <p className={styles['none']}>No code is called that.</p>}
    </div>
  )
}

const idOf = (key: NodeKey | null): string | undefined => (key === null ? undefined : `outline-${key.replace(':', '-')}`)

const DRAGGED = 'application/x-synoptic-code'

/** Dragging rows: which one is held, and where over which row it would land. */
function useDragging(rows: readonly TreeRow[]) {
  const desk = useDesk()
  const session = useSession()
  const held = useRef<NodeKey | null>(null)
  const [over, setOver] = useState<{ readonly key: NodeKey; readonly zone: Zone } | null>(null)
  const meant = (row: TreeRow, event: DragEvent) => {
    const codebook = session.records.codebook.get(THE)
    if (!codebook || held.current === null) return undefined
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const zone = zoneAt((event.clientY - top) / height, held.current, row)
    return { zone, to: landing(codebook, held.current, row, zone) }
  }
  const of = (row: TreeRow) => ({
    draggable: session.readOnly === null,
    onDragStart: (event: DragEvent) => {
      held.current = row.key
      event.dataTransfer.setData(DRAGGED, codeOf(row.key) ?? '')
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent) => {
      const place = meant(row, event)
      if (!place) return
      const next = place.to ? { key: row.key, zone: place.zone } : null
      if (place.to) event.preventDefault()
      setOver((now) => (now?.key === next?.key && now?.zone === next?.zone ? now : next))
    },
    onDragEnd: () => {
      held.current = null
      setOver(null)
    },
    onDrop: (event: DragEvent) => {
      const place = meant(row, event)
      if (held.current !== null && place?.to) moveTo(desk, held.current, place.to)
      held.current = null
      setOver(null)
    },
  })
  return { over: over && rows.some((row) => row.key === over.key) ? over : null, of }
}
