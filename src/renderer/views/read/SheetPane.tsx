import { removeAnnotations } from '../../../domain/changes/commands/remove'
import { fillSheet } from '../../../domain/changes/commands/sheets'
import { codeWhole, repeats } from '../../../domain/changes/commands/codeWhole'
import type { Annotation } from '../../../domain/project/annotation'
import type { Dimension } from '../../../domain/project/codebook'
import { scoreOf, type CodeEntry } from '../../../domain/project/codes'
import { dimensionsFor, type Progress } from '../../../domain/project/progress'
import { THE } from '../../../domain/project/records'
import { Checkbox, ToggleButton } from 'react-aria-components'
import { Button } from '../../controls/Button'
import { Keys } from '../../controls/Keys'
import { Swatch } from '../../controls/Swatch'
import { keyParts } from '../../commands/keys'
import { activeReader } from '../../commands/textCommands'
import type { Session } from '../../store/session'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import { Deceptive } from './Deceptive'
import { ExcludedText } from './ExcludedText'
import { FieldForm } from './FieldForm'
import styles from './SheetPane.module.css'
import { Variables } from './Variables'

interface Props {
  /** The article's or event's id. */
  readonly subject: string
  readonly kind: 'article' | 'event'
}

/** The coding sheet of an article or event: what is coded of it as a whole, and which dimensions are finished. */
export function SheetPane({ subject, kind }: Props) {
  const session = useSession()
  const loaded = useCell(session.loaded)
  const codebook = session.records.codebook.get(THE)
  const article = session.seen.article.get(subject)
  const name = kind === 'event' ? session.records.event.get(subject)?.name : [article?.outlet, article?.headline].filter(Boolean).join(': ') || article?.source.file
  // What is asked here comes before what is asked of the text.
  const dimensions = codebook ? [...dimensionsFor(codebook, kind)].sort((a, b) => Number(isWhole(b)) - Number(isWhole(a))) : []
  const editable = session.readOnly === null && !session.blocked(subject) && loaded.has(subject)
  return (
    <section className={styles['sheet']} aria-label={kind === 'event' ? 'Coding sheet of the event' : 'Coding sheet of the article'}>
      <h2 className={styles['subject']} title={name}><bdi>{name}</bdi></h2>
      {kind === 'article' && session.masked.mask ? <p className={styles['none']}>Variables of articles are hidden while outlets are masked.</p> : <Variables key={subject} kind={kind} id={subject} />}
      {dimensions.length === 0 && <p className={styles['none']}>No dimension of this codebook is about {kind === 'event' ? 'events' : 'articles'}. Add one in the Codebook view.</p>}
      {!loaded.has(subject) && <p className={styles['none']} role="status">Opening …</p>}
      {dimensions.map((dimension) => <Asked key={dimension.id} subject={subject} dimension={dimension} editable={editable} />)}
      {kind === 'article' && <ExcludedText article={subject} />}
      {kind === 'article' && <Deceptive article={subject} />}
    </section>
  )
}

const said: Readonly<Record<Progress, string>> = { open: 'not coded yet', begun: 'begun', coded: 'coded', none: 'coded: none' }

function Asked({ subject, dimension, editable }: { readonly subject: string; readonly dimension: Dimension; readonly editable: boolean }) {
  const session = useSession()
  const progress = session.progressOf(subject, dimension)
  const own = ownOf(session, subject, dimension)
  const finished = progress === 'coded' || progress === 'none'
  // A dimension of one code is finished by that code; there is nothing to take back but the code.
  const byItself = finished && session.records.sheetsOf.get(subject)?.get(session.opened.coder.id)?.coded.includes(dimension.id) !== true
  const finish = (coded: boolean): void => { session.perform(fillSheet(session.records, { subject, coded: { [dimension.id]: coded } }, session.circumstances())) }
  return (
    <section className={styles['dimension']} aria-label={dimension.name}>
      <h3 title={dimension.definition}><bdi>{dimension.name}</bdi> <small data-progress={progress}>{said[progress]}</small></h3>
      {isWhole(dimension) ? <Codes subject={subject} dimension={dimension} own={own} editable={editable} />
        : <p className={styles['count']}>{own.length === 0 ? 'Nothing marked in the text' : `${own.length} ${own.length === 1 ? 'passage' : 'passages'} marked in the text`}</p>}
      <Checkbox className={styles['finished'] ?? ''} isSelected={finished} isDisabled={!editable || byItself} onChange={finish}>
        <span aria-hidden="true" className={styles['box']} /> {own.length === 0 ? 'Nothing here: coded, none' : 'Finished'}
      </Checkbox>
    </section>
  )
}

const isWhole = ({ unit }: Dimension): boolean => unit === 'article' || unit === 'event'

function ownOf(session: Session, subject: string, dimension: Dimension): readonly Annotation[] {
  const codes = session.codes()
  return [...(session.seen.annotationsOf.get(subject)?.values() ?? [])].filter((one) => one.coder === session.opened.coder.id && codes.get(one.code)?.dimension.id === dimension.id)
}

function Codes({ subject, dimension, own, editable }: { readonly subject: string; readonly dimension: Dimension; readonly own: readonly Annotation[]; readonly editable: boolean }) {
  const session = useSession()
  const entries = [...session.codes().values()].filter((entry) => entry.dimension.id === dimension.id)
  return (
    // No toolbar: its arrow keys and Tab would be taken from the forms between the codes.
    <div role="group" aria-label={`Codes of ${dimension.name}`} className={styles['codes']} data-single={dimension.choice === 'one' ? '' : undefined}>
      {entries.map((entry) => <Asking key={entry.code.id} subject={subject} entry={entry} given={own.filter((one) => one.code === entry.code.id)} editable={editable} />)}
    </div>
  )
}

/** A code of a whole article or event, and what it asks for as often as it was given. */
function Asking({ subject, entry, given, editable }: { readonly subject: string; readonly entry: CodeEntry; readonly given: readonly Annotation[]; readonly editable: boolean }) {
  const desk = useDesk()
  const session = useSession()
  const { code, dimension, depth } = entry
  const add = (): void => { session.perform(codeWhole(session.records, { subject, code: code.id }, session.circumstances())) }
  const remove = (ids: readonly string[]): void => { session.perform(removeAnnotations(session.records, ids, session.circumstances())) }
  const leave = (): void => { (desk.readers.get(subject) ?? activeReader(desk))?.focus() }
  return (
    <div>
      <ToggleButton isSelected={given.length > 0} isDisabled={!editable} onChange={(on) => { if (on) add(); else remove(given.map(({ id }) => id)) }} className={styles['code'] ?? ''} style={{ paddingLeft: 12 + depth * 14 }}>
        <Swatch colour={code.colour} mark={dimension.mark} />
        <span className={styles['name']} title={code.definition}><bdi>{code.name}</bdi></span>
        {given[0] && given.length === 1 && <Score annotation={given[0]} entry={entry} />}
        {code.key !== '' && <Keys parts={keyParts(code.key, desk.mac)} />}
      </ToggleButton>
      {given.map((annotation) => (
        <div key={annotation.id} className={styles['fields']}>
          <FieldForm annotation={annotation} entry={entry} disabled={!editable} remarks="folded" onLeave={leave} />
          {given.length > 1 && <Button kind="quiet" disabled={!editable} onClick={() => { remove([annotation.id]) }}>Take this one out</Button>}
        </div>
      ))}
      {given.length > 0 && repeats(entry) && <Button kind="quiet" className={styles['another'] ?? ''} disabled={!editable} onClick={add}>Once more, about another entity</Button>}
    </div>
  )
}

function Score({ annotation, entry }: { readonly annotation: Annotation; readonly entry: CodeEntry }) {
  const score = scoreOf(annotation, entry)
  return score === undefined ? null : <span className={styles['score']} title="Mean of the items answered">{score.toFixed(2)}</span>
}
