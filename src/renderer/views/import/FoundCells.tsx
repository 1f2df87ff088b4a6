import { LONGEST_LINE } from '../../../domain/project/limits'
import { noDate, typedDate } from '../../../domain/project/typedDate'
import { TextBox } from '../../controls/TextBox'
import type { ImportAssistant } from '../../store/import/assistant'
import type { ImportRow } from '../../store/import/rows'
import { useDesk } from '../desk'
import { goDown } from '../goDown'
import styles from './ImportView.module.css'
import { problemsInShort } from './problemWords'

interface Props {
  readonly assistant: ImportAssistant
  readonly row: ImportRow
  readonly index: number
  readonly onTick: (id: string, ticked: boolean, range: boolean) => void
}

/** An article that was found, in its row: what is to be corrected can be, in place. */
export function FoundCells({ assistant, row: { id, entry, article, problems, ticked }, index, onTick }: Props) {
  const { app } = useDesk()
  const name = article.headline || article.source.file
  const short = problemsInShort(problems, entry.known)
  const common = { flat: true, type: 'text', maxLength: LONGEST_LINE, onKeyDown: goDown } as const
  return (
    <>
      <span role="cell" className={styles['check']}>
        <input type="checkbox" aria-label={`Import ${name}`} data-cell={`tick ${index}`} checked={ticked} readOnly onClick={(event) => { onTick(id, !ticked, event.shiftKey) }} />
      </span>
      <span role="cell"><TextBox {...common} aria-label={`Headline of ${name}`} data-cell={`headline ${index}`} value={article.headline} placeholder="none" title={article.headline} className={styles['headline'] ?? ''} onCommit={(text) => { assistant.correct([id], { headline: text.trim() }) }} /></span>
      <span role="cell"><TextBox {...common} aria-label={`Outlet of ${name}`} data-cell={`outlet ${index}`} list="import-outlets" value={article.outlet} placeholder="unknown" title={article.outlet} onCommit={(text) => { assistant.correct([id], { outlet: text }) }} /></span>
      <span role="cell"><TextBox {...common} aria-label={`Date of ${name}`} data-cell={`date ${index}`} value={article.date} placeholder="unknown" onCommit={(text) => {
        const date = typedDate(text)
        if (date === null) app.notice.set(noDate(text))
        else assistant.correct([id], { date })
        return date !== null
      }} /></span>
      <span role="cell" className={`${styles['plain']} ${styles['number']}`}>{article.words.toLocaleString('en')}</span>
      <span role="cell" className={styles['plain']} title={short}><bdi className={styles['problems']}>{short}</bdi></span>
      <span role="cell" data-column="format" className={styles['plain']} title={entry.format}>{entry.format}</span>
      <span role="cell" className={styles['plain']} title={`${article.source.file} (${entry.format})`}><bdi>{article.source.file}</bdi></span>
    </>
  )
}
