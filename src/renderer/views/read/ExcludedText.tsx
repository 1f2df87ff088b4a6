import { excludedWords } from '../../../domain/project/articlePassages'
import type { Passage } from '../../../domain/project/passage'
import { Button } from '../../controls/Button'
import { allCommands, perform } from '../../commands/list'
import { decide } from '../../commands/passages'
import { CommandKeys } from '../CommandKeys'
import { useDesk, useSession } from '../desk'
import { reasonNames } from '../reasonNames'
import styles from './ExcludedText.module.css'

/** How much of an article is excluded, and what may be: each passage with what can be done with it. */
export function ExcludedText({ article: id }: { readonly article: string }) {
  const desk = useDesk()
  const session = useSession()
  const article = session.seen.article.get(id)
  if (!article) return null
  const words = excludedWords(article)
  const open = article.passages.filter((one) => one.state === 'proposed').length
  const shown = article.passages.filter((one) => one.state !== 'kept')
  const review = (): void => {
    const command = allCommands(desk).find((one) => one.id === 'boilerplate.review')
    if (command) perform(desk, command)
  }
  return (
    <section className={styles['excluded']} aria-label="Excluded text">
      <h3>Excluded text <small>{open > 0 ? `${open} proposed` : ''}</small></h3>
      <p className={styles['sum']}>{words === 0 ? 'Nothing is excluded' : `${words} of ${article.words + words} words are excluded`}. All text is kept.</p>
      {shown.length > 0 && <ul>{shown.map((passage) => <Line key={passage.start} article={id} passage={passage} />)}</ul>}
      <Button kind="quiet" onClick={review}>All articles … <CommandKeys command="boilerplate.review" /></Button>
    </section>
  )
}

function Line({ article, passage }: { readonly article: string; readonly passage: Passage }) {
  const desk = useDesk()
  const session = useSession()
  const to = (state: 'excluded' | 'kept'): void => {
    decide(desk, { article, passages: [passage] }, state, false).catch(desk.app.tell)
  }
  const disabled = session.readOnly !== null
  return (
    <li data-state={passage.state}>
      <button type="button" className={styles['quote']} title={`${reasonNames[passage.reason]}, ${passage.words} words`} onClick={() => { desk.readers.get(article)?.reveal(passage) }}><bdi>{passage.quote}</bdi></button>
      {passage.state === 'proposed' && <Button kind="quiet" disabled={disabled} onClick={() => { to('excluded') }}>Exclude</Button>}
      <Button kind="quiet" disabled={disabled} onClick={() => { to('kept') }}>{passage.state === 'proposed' ? 'Keep' : 'Include'}</Button>
    </li>
  )
}
