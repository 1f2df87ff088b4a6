import { PanelRightOpen } from 'lucide-react'
import { Fragment } from 'react'
import { Group, Panel, Separator, type Layout as PaneLayout } from 'react-resizable-panels'
import { isShown, liesOver, showPane } from '../../commands/panes'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { Carried } from './Carried'
import { ColumnView } from './ColumnView'
import { CorpusPane } from './CorpusPane'
import { EmptyDesk } from './EmptyDesk'
import styles from './ReadView.module.css'
import { GuideBar } from './GuideBar'
import { SharedOverlay } from './SharedOverlay'
import { Side } from './Side'
import { useNarrow } from './useNarrow'

/** The side-by-side reader: corpus, columns, codes and fields. */
export function ReadView() {
  const { app } = useDesk()
  const layout = useCell(app.layout)
  const narrow = useNarrow()
  const corpus = isShown(layout, 'corpus')
  const side = isShown(layout, 'side')
  const over = liesOver(layout, 'side')
  const remember = ({ corpus: left, side: right }: PaneLayout): void => {
    app.layout.update((now) => ({ ...now, panes: { ...now.panes, ...(left !== undefined && { corpus: left }), ...(right !== undefined && { side: right }) } }))
  }
  return (
    <Group className={styles['desk'] ?? ''} key={`${corpus && !narrow} ${side && !narrow}`} onLayoutChanged={remember} resizeTargetMinimumSize={{ coarse: 16, fine: 9 }}>
      {corpus && !narrow && (
        <>
          <Panel id="corpus" defaultSize={`${layout.panes['corpus'] ?? 15.5}%`} minSize={170} maxSize={420} groupResizeBehavior="preserve-pixel-size"><CorpusPane /></Panel>
          <Separator className={styles['line'] ?? ''} aria-label="Width of the corpus" />
        </>
      )}
      {(narrow || !corpus) && <FoldedCorpus open={corpus} />}
      <Panel id="columns" minSize={360}><div className={styles['middle']}><Columns /><SharedOverlay /><GuideBar /></div></Panel>
      {side && !narrow && (
        <>
          <Separator className={styles['line'] ?? ''} aria-label="Width of codes and fields" />
          <Panel id="side" defaultSize={`${layout.panes['side'] ?? 19.5}%`} minSize={220} maxSize={460} groupResizeBehavior="preserve-pixel-size"><Side /></Panel>
        </>
      )}
      {narrow && side && <div className={`${styles['drawer']} ${over ? styles['over'] : ''}`}><Side /></div>}
      {narrow && !side && <SideRail />}
      <Carried />
    </Group>
  )
}

/** What is left of codes and fields while they are folded away in a narrow window. */
function SideRail() {
  const { app } = useDesk()
  return (
    <div className={styles['sideRail']}>
      <button type="button" title="Show codes and fields" aria-label="Show codes and fields" onClick={() => { app.layout.update((now) => showPane(now, 'side', true)) }}><PanelRightOpen size={15} /></button>
    </div>
  )
}

/** The rail; a wide window unfolds the corpus beside the columns, a narrow one over them. */
function FoldedCorpus({ open }: { readonly open: boolean }) {
  const { app } = useDesk()
  const show = (shown: boolean): void => { app.layout.update((now) => showPane(now, 'corpus', shown)) }
  return (
    <>
      <CorpusPane unfolded={open} onUnfold={() => { show(!open) }} />
      {open && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of what is in it
        <div className={styles['corpusDrawer']} onKeyDown={(event) => { if (event.key === 'Escape') show(false) }}><CorpusPane onOpened={() => { show(false) }} /></div>
      )}
    </>
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
          {index > 0 && <Separator className={styles['line'] ?? ''} aria-label={`Width of columns ${index} and ${index + 1}`} />}
          <Panel id={column.article} defaultSize={`${column.width || 100 / columns.length}%`} minSize={180}>
            <ColumnView article={column.article} index={index} active={index === layout.active} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}
