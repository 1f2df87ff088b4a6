import { Button } from '../../controls/Button'
import { leaveImport } from '../../commands/importing'
import { readAsCoding } from '../../commands/readingOtherwise'
import type { ImportAssistant } from '../../store/import/assistant'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import type { ImportTab } from './importTab'
import styles from './ImportView.module.css'

/** Nothing can come in: why, and what to do. */
export function NothingFound({ assistant, onTab }: { readonly assistant: ImportAssistant; readonly onTab: (tab: ImportTab) => void }) {
  const desk = useDesk()
  const { refused, tables, cancelled, stopped } = useCell(assistant.state)
  const again = (): void => { leaveImport(desk, () => { void desk.app.jobs.chooseImport('files') }) }
  const [title, text] = tables.length > 0
    ? ['No article yet', 'A table becomes articles once you say which of its columns holds their text.']
    : stopped !== null ? ['Nothing was read', 'Reading stopped before an article was found. When what stopped it is mended, choose the files again.']
      : cancelled ? ['Reading was cancelled', 'No article had been found by then. Nothing is in the project.']
        : refused.length > 0 ? ['None of these files could be read', 'The list of refused files says what each of them is and what to do about it.']
          : ['No articles in it', 'There are no files here that hold articles. Choose other files, or a folder with files in it.']
  return (
    <div className={styles['empty']}>
      <h2>{title}</h2>
      <p>{text}</p>
      <p className={styles['choices']}>
        {tables.length > 0 ? <Button kind="main" autoFocus onClick={() => { onTab('tables') }}>Choose the columns</Button> : refused.length > 0 && <Button kind="main" autoFocus onClick={() => { onTab('refused') }}>See why</Button>}
        {refused.length > 0 && tables.length === 0 && <Button onClick={() => { void readAsCoding(desk) }}>Read as coding</Button>}
        <Button onClick={again}>Choose other files …</Button>
      </p>
    </div>
  )
}
