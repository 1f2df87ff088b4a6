import { Trash2 } from 'lucide-react'
import { Button } from '../../controls/Button'
import { pickedOwn } from '../../commands/codeCommands'
import { allCommands, perform } from '../../commands/list'
import { liesOver, showPane } from '../../commands/panes'
import { picked } from '../../commands/textCommands'
import type { Annotation } from '../../../domain/project/annotation'
import type { CodeEntry } from '../../../domain/project/codes'
import { quoteOf } from '../../../domain/text/anchor'
import { useCell } from '../../store/watch'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import { FieldForm } from './FieldForm'
import styles from './Inspector.module.css'
import { isPlaced } from '../../../domain/project/placement'
import { markOf } from './marks'

/** The picked annotation: its code, quotation, fields and note, all editable at once. */
export function Inspector() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const annotation = session.seen.annotation.get(picked(desk)?.id ?? '')
  if (!annotation) return null
  return <Annotated key={annotation.id} annotation={annotation} entry={session.codes().get(annotation.code)} />
}

function Annotated({ annotation, entry }: { readonly annotation: Annotation; readonly entry: CodeEntry | undefined }) {
  const desk = useDesk()
  const session = useSession()
  const own = pickedOwn(desk) !== undefined
  const article = session.seen.article.get(annotation.subject)
  const passage = annotation.spans.filter((part) => part.role === undefined)
  const leave = (): void => {
    desk.readers.get(annotation.subject)?.focus()
    // What lies over the columns has done its service.
    desk.app.layout.update((layout) => (liesOver(layout, 'side') ? showPane(layout, 'side', false) : layout))
  }
  const run = (id: string): void => {
    const command = allCommands(desk).find((one) => one.id === id)
    if (command) perform(desk, command)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only hears the keys of the controls in it
    <section className={styles['inspector']} aria-label="Picked annotation" onKeyDown={(event) => { if (event.key === 'Escape') leave() }}>
      <header className={styles['head']}>
        <b><bdi>{entry?.code.name ?? 'unknown code'}</bdi></b> <span>· <bdi>{article?.outlet || 'outlet unknown'}</bdi></span>
        <button type="button" className={styles['delete']} disabled={!own} aria-label="Delete the annotation" title="Delete the annotation" onClick={() => { run('edit.delete') }}><Trash2 size={14} /></button>
      </header>
      <blockquote className={styles['quote']} style={{ borderColor: `var(--${markOf(session, annotation).colour}-line)` }}><bdi>{quoteOf(passage.length > 0 ? passage : annotation.spans)}</bdi></blockquote>
      {!isPlaced(annotation, article) && <p className={styles['foreign']}>Its passage was not found again after the text was corrected. Select the right one and choose Text › Give the selected passage to an annotation that lost its own.</p>}
      {!own && <p className={styles['foreign']}>{annotation.coder === session.opened.coder.id ? 'This annotation can’t be changed at the moment.' : `Made by ${session.records.coder.get(annotation.coder)?.name ?? 'another coder'}: to be read, not changed.`}</p>}
      <FieldForm annotation={annotation} entry={entry} disabled={!own} remarks="open" onLeave={leave} />
      {own && <Button kind="quiet" className={styles['recode'] ?? ''} onClick={() => { run('annotation.recode') }}>Another code … <CommandKeys command="annotation.recode" /></Button>}
    </section>
  )
}
