import { X } from 'lucide-react'
import { useEffect, useState, type DragEvent } from 'react'
import { excludedWords } from '../../../domain/project/articlePassages'
import { Button } from '../../controls/Button'
import { activate, closeColumn, moveColumn } from '../../store/layout'
import { useDesk, useSession } from '../desk'
import styles from './ColumnView.module.css'
import { TextColumn } from './TextColumn'
import { shownText } from '../../store/outletLabel'

interface Props {
  readonly article: string
  readonly index: number
  readonly active: boolean
}

const DRAGGED = 'application/x-synoptic-column'

/** One article: a header that stays, and its text below. */
export function ColumnView({ article: id, index, active }: Props) {
  const { app } = useDesk()
  const session = useSession()
  const article = session.seen.article.get(id)
  const text = useOpened(id, article?.version ?? 1)
  const [over, setOver] = useState(false)
  if (!article) {
    return (
      <section className={styles['column']} aria-label="An article that was taken out">
        <p className={styles['loading']}>This article was taken out of the project. Undo brings it back.</p>
        <p className={styles['loading']}><Button onClick={() => { app.layout.update((layout) => closeColumn(layout, index)) }}>Close this column</Button></p>
      </section>
    )
  }
  const excluded = excludedWords(article)
  const name = article.outlet || article.headline || article.source.file
  const drop = (event: DragEvent): void => {
    setOver(false)
    const from = Number(event.dataTransfer.getData(DRAGGED))
    if (event.dataTransfer.types.includes(DRAGGED)) app.layout.update((layout) => moveColumn(layout, from, index))
  }
  return (
    <section className={`${styles['column']} ${active ? styles['active'] : ''}`} aria-label={name} aria-current={active ? 'true' : undefined}>
      <header
        className={`${styles['head']} ${over ? styles['over'] : ''}`} draggable title="Drag to reorder"
        onPointerDown={() => { app.layout.update((layout) => activate(layout, index)) }}
        onDragStart={(event) => { event.dataTransfer.setData(DRAGGED, String(index)) }}
        onDragOver={(event) => { if (event.dataTransfer.types.includes(DRAGGED)) { event.preventDefault(); setOver(true) } }}
        onDragLeave={() => { setOver(false) }}
        onDrop={drop}
      >
        <div className={styles['outlet']}>
          <b title={article.outlet}><bdi>{article.outlet || 'Outlet unknown'}</bdi></b>
          {article.date !== '' && <time dateTime={article.date}>{article.date}</time>}
          <span className={styles['words']} title={excluded === 0 ? undefined : `${excluded} more are excluded`}>{article.words} words</span>
          <button type="button" className={styles['close']} aria-label={`Close ${name}`} onClick={() => { app.layout.update((layout) => closeColumn(layout, index)) }}><X size={13} /></button>
        </div>
        <h1 className={styles['headline']} title={article.headline}><bdi>{article.headline || article.source.file}</bdi></h1>
      </header>
      {'problem' in text ? <p className={styles['problem']} role="alert">{text.problem}</p>
        : text.text === null ? <p className={styles['loading']} role="status">Opening …</p>
        : <TextColumn article={article} text={shownText(session, id, text.text)} version={text.version} index={index} active={active} />}
    </section>
  )
}

/** A version of an article's text; null while it comes. */
type Opened = { readonly text: string; readonly version: number } | { readonly text: null } | { readonly problem: string }

/** An article's text, once its annotations are here too; or why that failed. */
function useOpened(article: string, version: number): Opened {
  const session = useSession()
  const [state, setState] = useState<Opened>({ text: null })
  useEffect(() => {
    let current = true
    Promise.all([session.text(article, version), session.load([article])]).then(
      ([text]) => { if (current) setState({ text, version }) },
      (error: unknown) => { if (current) setState({ problem: error instanceof Error ? error.message : String(error) }) },
    )
    return () => { current = false }
  }, [session, article, version])
  return state
}
