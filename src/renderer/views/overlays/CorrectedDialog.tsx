import { quoteOf } from '../../../domain/text/anchor'
import { review } from '../../commands/reviewing'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk, useSession } from '../desk'
import styles from './Correct.module.css'

/** What a correction did to annotations: those whose words changed, and those that could not be placed. */
export function CorrectedDialog({ changed, lost }: { readonly changed: readonly string[]; readonly lost: readonly string[] }) {
  const desk = useDesk()
  const close = (): void => { desk.overlay.set(null) }
  const show = (): void => {
    close()
    review(desk, { unplaced: true })
  }
  return (
    <Dialog title="The text was corrected" width="wide" onClose={close} actions={<>{lost.length > 0 && <Button onClick={show}>Show them in the list</Button>}<Button kind="main" autoFocus onClick={close}>Done</Button></>}>
      {lost.length > 0 && (
        <section className={styles['found']}>
          <h3>{lost.length === 1 ? 'One annotation could not be placed' : `${lost.length} annotations could not be placed`}</h3>
          <p>They are kept with their words. Select the right passage and choose <i>Text › Give the selected passage to an annotation that lost its own</i>, or delete them in the list.</p>
          <Quotes ids={lost} />
        </section>
      )}
      {changed.length > 0 && (
        <section className={styles['found']}>
          <h3>{changed.length === 1 ? 'The words of one annotation changed' : `The words of ${changed.length} annotations changed`}</h3>
          <Quotes ids={changed} />
        </section>
      )}
    </Dialog>
  )
}

function Quotes({ ids }: { readonly ids: readonly string[] }) {
  const session = useSession()
  return (
    <ul className={styles['quotes']}>
      {ids.slice(0, 200).map((id) => {
        const annotation = session.seen.annotation.get(id)
        return annotation && <li key={id}><b><bdi>{session.codes().get(annotation.code)?.code.name ?? 'unknown code'}</bdi></b> <q><bdi>{quoteOf(annotation.spans)}</bdi></q> <small><bdi>{session.records.coder.get(annotation.coder)?.name}</bdi></small></li>
      })}
      {ids.length > 200 && <li>and {ids.length - 200} more</li>}
    </ul>
  )
}
