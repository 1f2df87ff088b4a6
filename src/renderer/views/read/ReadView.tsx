import { PanelRightOpen } from 'lucide-react'
import { Fragment, useState } from 'react'
import { Group, Panel, Separator, type Layout as PaneLayout } from 'react-resizable-panels'
import { folded, foldSide } from '../../commands/viewCommands'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { CodebookPane } from './CodebookPane'
import { ColumnView } from './ColumnView'
import { CorpusPane } from './CorpusPane'
import { EmptyDesk } from './EmptyDesk'
import { Inspector } from './Inspector'
import styles from './ReadView.module.css'
import { useNarrow } from './useNarrow'

/** The side-by-side reader: corpus, columns, codes and fields. */
export function ReadView() {
  const { app } = useDesk()
  const layout = useCell(app.layout)
  const narrow = useNarrow()
  const corpus = !folded(layout, 'corpus') && !narrow
  // In a narrow window three columns or more leave no room beside them: codes and fields then lie over the last one, when asked for.
  const over = narrow && layout.columns.length > 2
  const side = over ? layout.panes['side-drawer'] === 1 : !folded(layout, 'side')
  const remember = ({ corpus: left, side: right }: PaneLayout): void => {
    app.layout.update((now) => ({ ...now, panes: { ...now.panes, ...(left !== undefined && { corpus: left }), ...(right !== undefined && { side: right }) } }))
  }
  return (
    <Group className={styles['desk'] ?? ''} key={`${corpus} ${side} ${narrow}`} onLayoutChanged={remember} resizeTargetMinimumSize={{ coarse: 16, fine: 9 }}>
      {corpus && (
        <>
          <Panel id="corpus" defaultSize={`${layout.panes['corpus'] ?? 15.5}%`} minSize={170} maxSize={420} groupResizeBehavior="preserve-pixel-size"><CorpusPane /></Panel>
          <Separator className={styles['line'] ?? ''} />
        </>
      )}
      {!corpus && <FoldedCorpus drawer={narrow} />}
      <Panel id="columns" minSize={360}><Columns /></Panel>
      {side && !narrow && (
        <>
          <Separator className={styles['line'] ?? ''} />
          <Panel id="side" defaultSize={`${layout.panes['side'] ?? 19.5}%`} minSize={220} maxSize={460} groupResizeBehavior="preserve-pixel-size"><Side /></Panel>
        </>
      )}
      {narrow && side && <div className={`${styles['drawer']} ${over ? styles['over'] : ''}`}><Side /></div>}
      {over && !side && <SideRail />}
    </Group>
  )
}

/** What is left of codes and fields while they are folded away in a narrow window. */
function SideRail() {
  const { app } = useDesk()
  return (
    <div className={styles['sideRail']}>
      <button type="button" title="Show codes and fields (Ctrl J)" aria-label="Show codes and fields" onClick={() => { app.layout.update((now) => foldSide(now, true)) }}><PanelRightOpen size={15} /></button>
    </div>
  )
}

/** The rail; a wide window unfolds the corpus beside the columns, a narrow one over them. */
function FoldedCorpus({ drawer }: { readonly drawer: boolean }) {
  const { app } = useDesk()
  const [open, setOpen] = useState(false)
  const unfold = (): void => {
    if (drawer) setOpen(!open)
    else app.layout.update((now) => ({ ...now, panes: { ...now.panes, 'corpus-folded': 0 } }))
  }
  return (
    <>
      <CorpusPane onUnfold={unfold} />
      {drawer && open && <div className={styles['corpusDrawer']}><CorpusPane onOpened={() => { setOpen(false) }} /></div>}
    </>
  )
}

function Side() {
  return (
    <aside className={styles['side']} aria-label="Codes and fields">
      <CodebookPane />
      <Inspector />
    </aside>
  )
}

function Columns() {
  const { app } = useDesk()
  const layout = useCell(app.layout)
  const { columns } = layout
  if (columns.length === 0) return <EmptyDesk />
  const remember = (widths: PaneLayout): void => {
    app.layout.update((now) => ({ ...now, columns: now.columns.map((column) => ({ ...column, width: widths[column.article] ?? column.width })) }))
  }
  return (
    // A group keeps the panels it began with: another set of columns is another group.
    <Group className={`${styles['columns']} ${columns.length > 2 ? styles['many'] : ''}`} key={columns.map((column) => column.article).join(' ')} onLayoutChanged={remember} resizeTargetMinimumSize={{ coarse: 16, fine: 9 }}>
      {columns.map((column, index) => (
        <Fragment key={column.article}>
          {index > 0 && <Separator className={styles['line'] ?? ''} />}
          <Panel id={column.article} defaultSize={`${column.width || 100 / columns.length}%`} minSize={180}>
            <ColumnView article={column.article} index={index} active={index === layout.active} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
