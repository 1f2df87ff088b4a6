import type { ReactNode } from 'react'
import type { Omission } from '../../../domain/synopsis/omissions'
import type { Voice } from '../../../domain/synopsis/sources'
import type { Teller } from '../../../domain/synopsis/tellers'
import { rendering } from '../../../domain/synopsis/wording'
import { shownWords } from '../../store/outletLabel'
import { useSession } from '../desk'
import styles from './Told.module.css'
import type { LeftOut } from './useOmissions'
import { tellerName, type Telling } from './useTelling'
import { Where } from './Where'

interface Props {
  readonly teller: Teller
  readonly left: LeftOut
  readonly telling: Telling
  readonly least: number
  /** Whose coding counts: anybody's, or one's own. */
  readonly anybody: boolean
}

/** What one outlet leaves out, and which others have it. */
export function OmissionSections({ teller, left, telling, least, anybody }: Props) {
  const session = useSession()
  const { records } = session
  const others = least === 1 ? 'another outlet has' : `${least} or more others have`
  const quote = ({ at }: Omission<unknown>): string => {
    const [place] = [...at.values()]
    const text = place && telling.texts?.get(place.article)?.text
    return text ? rendering(text, place) : ''
  }
  const voice = ({ what: { name, how } }: Omission<Voice>): ReactNode => <><bdi>{shownWords(session, name)}</bdi>{how.is === 'coded' ? <small>{how.field}, coded</small> : how.is === 'speaker' && <small>quoted</small>}</>
  const unheard = ({ what: { how } }: Omission<Voice>): string => (how.is === 'coded' ? UNCODED : 'text can’t be read')
  const uncompared = left.passages.some(({ known }) => known === 'unknown')
  return (
    <>
      {uncompared
        ? <section aria-label="Passages"><h3>Passages</h3><p>What <bdi>{tellerName(teller)}</bdi> writes could not be compared with the others: it is in another language or script, has no text, or can’t be read.</p></section>
        : <Section name="Passages" found={left.passages} telling={telling} none={`Every passage that ${others} is here too.`} label={(one) => <bdi>{quote(one)}</bdi>} long />}
      <Section name="Codes" found={left.codes} telling={telling} none={left.coded ? `Every code that ${others} is here too.` : `Nothing is coded ${anybody ? '' : 'by you '}in these articles yet.`} label={({ what }) => session.codes().get(what)?.path.join(' / ') ?? 'Unknown code'} />
      <Section name="Sources" found={left.sources} telling={telling} none={`Whoever ${least === 1 ? 'another outlet quotes' : `${least} or more others quote`} or names in a field has a say here too.`} label={voice} unknown={unheard} />
      <Section name="Entities" found={left.entities} telling={telling} none={records.entity.size === 0 ? 'The register has no entities yet: those you add to it are looked for in the texts.' : `Every entity that ${least === 1 ? 'another outlet names' : `${least} or more others name`} is named here too.`} label={voice} unknown={unheard} />
    </>
  )
}

const UNCODED = 'not coded yet'

interface SectionProps<T> {
  readonly name: string
  readonly found: readonly Omission<T>[]
  readonly telling: Telling
  readonly none: string
  readonly label: (one: Omission<T>) => ReactNode
  /** Why it can’t be said of one that it is left out. */
  readonly unknown?: (one: Omission<T>) => string
  /** Whole sentences rather than names. */
  readonly long?: boolean
}

function Section<T>({ name, found, telling: { tellers }, none, label, unknown = () => UNCODED, long = false }: SectionProps<T>) {
  return (
    <section aria-label={name}>
      <h3>{name} <small>{found.length > 0 && found.length}</small></h3>
      {found.length === 0 ? <p>{none}</p> : (
        <table className={styles['left']} data-long={long ? '' : undefined}>
          <tbody>
            {found.map((one, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- what is left out has no other name than its place in the list
              <tr key={i} data-known={one.known}>
                <th scope="row">{label(one)}{one.known !== 'told' && <em>{one.known === 'begun' ? 'coding not finished' : unknown(one)}</em>}</th>
                <td><Where tellers={tellers} at={new Map([...one.at].map(([key, place]) => [key, [place]]))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
