import { picked } from '../../commands/textCommands'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { Swatch } from '../../controls/Swatch'
import styles from './RulesCard.module.css'
import { shownWords } from '../../store/outletLabel'

/** The rules of the code in hand, with its examples: in sight as long as one reads. */
export function RulesCard() {
  const desk = useDesk()
  const session = useSession()
  useCell(desk.app.layout)
  const last = useCell(desk.lastCode)
  const brush = useCell(desk.brush)
  const entry = session.codes().get(picked(desk)?.code ?? brush ?? last ?? '')
  if (!entry) return null
  const { code, path } = entry
  return (
    // What is longer than its place is scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['card']} aria-label={`Rules of ${code.name}`} tabIndex={0}>
      <h2 className={styles['name']} title={path.join(' > ')}><Swatch colour={code.colour} mark={entry.dimension.mark} /><bdi>{code.name}</bdi></h2>
      {code.definition !== '' && <p><bdi>{code.definition}</bdi></p>}
      {code.include !== '' && <p><b>Yes:</b> <bdi>{code.include}</bdi></p>}
      {code.exclude !== '' && <p><b>Not:</b> <bdi>{code.exclude}</bdi></p>}
      {code.examples.map(({ quote, from }, i) => (
        <blockquote key={`${quote}${i}`} className={styles['example']}><bdi>{shownWords(session, quote)}</bdi>{from !== '' && <cite> <bdi>{shownWords(session, from)}</bdi></cite>}</blockquote>
      ))}
      {[code.definition, code.include, code.exclude].every((rule) => rule === '') && code.examples.length === 0 && <p>No rules are written down for this code yet.</p>}
    </section>
  )
}
