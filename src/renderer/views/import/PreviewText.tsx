import { useMemo } from 'react'
import type { Article } from '../../../domain/project/article'
import { previewBlocks } from '../../store/import/preview'
import styles from './ImportView.module.css'

// A preview is for recognising an article, not for reading a book.
const MOST = 20_000

/** The beginning of an article's text as the reader will show it; what may not belong to it is greyed. */
export function PreviewText({ text, article }: { readonly text: string; readonly article: Article }) {
  const blocks = useMemo(() => previewBlocks(text, article, MOST), [text, article])
  return (
    <>
      {blocks.map(({ start, level, runs }) => (
        <p key={start} className={level === null ? undefined : styles['heading']}>
          {runs.map((run, i) => (run.passage ? <span key={i} className={styles['doubtful']} title="Proposed for exclusion: you decide after the import">{run.text}</span> : run.text))}
        </p>
      ))}
      {text.length > MOST && <p className={styles['more']}>The text goes on.</p>}
    </>
  )
}
