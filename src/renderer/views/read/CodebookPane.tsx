import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { Keys } from '../../controls/Keys'
import { Swatch } from '../../controls/Swatch'
import { applyCode } from '../../commands/codeCommands'
import { canApply } from '../../commands/codeTargets'
import { keyParts } from '../../commands/keys'
import { picked } from '../../commands/textCommands'
import type { Dimension } from '../../../domain/project/codebook'
import type { CodeEntry } from '../../../domain/project/codes'
import { THE } from '../../../domain/project/records'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './CodebookPane.module.css'

const amount = { one: 'one', many: 'several' } as const

type Row = { readonly dimension: Dimension } | { readonly entry: CodeEntry }

/** The codebook with its keys. A click codes what the code is for: the selection, the article or the event; a passage dragged onto a code becomes its example. */
export function CodebookPane() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const last = useCell(desk.lastCode)
  const codebook = session.records.codebook.get(THE)
  const codes = session.codes()
  const inHand = picked(desk)?.code ?? last
  const rows = useMemo((): readonly Row[] => {
    const entries = [...codes.values()]
    return codebook?.dimensions.flatMap((dimension): Row[] => [{ dimension }, ...entries.filter((entry) => entry.dimension === dimension).map((entry) => ({ entry }))]) ?? []
  }, [codebook, codes])
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length, getScrollElement: () => scroller.current, overscan: 20,
    estimateSize: (i) => { const row = rows[i]; return row && 'dimension' in row ? 32 : 26 },
  })
  const place = rows.findIndex((row) => 'entry' in row && row.entry.code.id === inHand)
  useEffect(() => { if (place !== -1) list.scrollToIndex(place) }, [list, place])
  return (
    <>
      <Recent />
      <div className={styles['codebook']} aria-label="Codebook" role="group" ref={scroller}>
        {rows.length === 0 && <p className={styles['none']}>This codebook has no codes yet. Add some in the Codebook view.</p>}
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map(({ index, start, size, key }) => {
            const row = rows[index]
            return row && (
              <div key={key} className={styles['row']} style={{ transform: `translateY(${start}px)`, height: size }}>
                {'dimension' in row
                  ? <h2 className={styles['dimension']} title={row.dimension.definition}><bdi>{row.dimension.name}</bdi> <em>{row.dimension.unit}, {amount[row.dimension.choice]}</em></h2>
                  : <CodeRow entry={row.entry} inHand={row.entry.code.id === inHand} usable={canApply(desk, row.entry)} />}
              </div>
            )
          })}
        </div>
      </div>
    </>
  )
}

function CodeRow({ entry: { code, dimension, depth }, inHand, usable }: { readonly entry: CodeEntry; readonly inHand: boolean; readonly usable: boolean }) {
  const desk = useDesk()
  const over = useCell(desk.carried)?.over === code.id
  return (
    <button
      type="button" data-code={code.id} className={`${styles['code']} ${inHand ? styles['on'] : ''} ${over ? styles['over'] : ''}`} style={{ paddingLeft: 12 + depth * 14 }}
      title={[code.name, code.definition].filter(Boolean).join(': ')} aria-disabled={!usable} aria-current={inHand ? 'true' : undefined}
      // The text keeps the keyboard and its selection.
      onMouseDown={(event) => { event.preventDefault() }}
      onClick={() => { void applyCode(desk, code.id) }}
    >
      <Swatch colour={code.colour} mark={dimension.mark} />
      <bdi>{code.name}</bdi>
      {code.key !== '' && <Keys parts={keyParts(code.key, desk.mac)} />}
    </button>
  )
}

/** The codes used last, with their numbers. */
function Recent() {
  const desk = useDesk()
  const codes = useSession().codes()
  const { slots } = useCell(desk.recent)
  const known = slots.flatMap((id, i) => {
    const entry = codes.get(id ?? '')
    return entry ? [{ entry, n: i + 1 }] : []
  })
  if (known.length < 2) return null
  return (
    <div className={styles['recent']} role="group" aria-label="Recent codes">
      {known.map(({ entry, n }) => (
        <button key={entry.code.id} type="button" title={`${entry.path.join(' > ')} (Alt ${n})`} aria-disabled={!canApply(desk, entry)}
          onMouseDown={(event) => { event.preventDefault() }} onClick={() => { void applyCode(desk, entry.code.id) }}>
          <Keys parts={keyParts(`Alt+${n}`, desk.mac)} /><bdi>{entry.code.name}</bdi>
        </button>
      ))}
    </div>
  )
}
