import { readAsArticles } from '../../commands/readingOtherwise'
import { leaveWork } from '../../commands/workCommands'
import { Button } from '../../controls/Button'
import type { WorkAssistant } from '../../store/work/assistant'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import { RefusedFiles } from '../import/RefusedFiles'
import styles from './WorkView.module.css'

/** Nothing can come in: why, and what to do. */
export function NoCoding({ assistant }: { readonly assistant: WorkAssistant }) {
  const desk = useDesk()
  const { refused, cancelled } = useCell(assistant.state)
  const again = (): void => { leaveWork(desk, () => { void desk.app.works.choose('files') }) }
  const [title, text] = refused.length > 0 ? [refused.length === 1 ? 'This file could not be read' : 'None of these files could be read', `Why is said below. If ${refused.length === 1 ? 'it is an article that nobody has' : 'they are articles that nobody has'} coded yet, the import of articles reads ${refused.length === 1 ? 'it' : 'them'}.`]
    : cancelled ? ['Reading was cancelled', 'No coding had been found by then. Nothing is in the project.']
      : ['No coding in it', 'There are no files here that hold coding. Export it from the program it was done in, as a REFI-QDA project (.qdpx) where there is a choice.']
  return (
    <>
      <div className={refused.length > 0 ? styles['few'] : styles['empty']}>
        <h2>{title}</h2>
        <p>{text}</p>
        <p>
          <Button kind="main" autoFocus onClick={again}>Choose other files …</Button>
          {!cancelled && <> <Button onClick={() => { void readAsArticles(desk) }}>Read as articles</Button></>}
        </p>
      </div>
      {refused.length > 0 && <RefusedFiles refused={refused} others={false} />}
    </>
  )
}
