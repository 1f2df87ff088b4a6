import { mostAsked } from '../../../domain/synopsis/omissions'
import type { EventSynopsis } from '../../store/synopses'
import { walkRows } from '../../controls/walkRows'
import { counted } from '../codebook/words'
import { useDesk } from '../desk'
import { PickList } from '../PickList'
import { useInHand } from './inHand'
import { OmissionSections } from './OmissionSections'
import { Stepper } from './Stepper'
import styles from './Told.module.css'
import { SuggestionsToo, TooFew } from './TooFew'
import { useOmissions, type LeftOut } from './useOmissions'
import { tellerName, useTelling } from './useTelling'
import { readPlace } from './Where'

/** What others report and an outlet does not. */
export function OmissionsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const desk = useDesk()
  const telling = useTelling(synopsis)
  const { tellers } = telling
  const [set, setHand] = useInHand(synopsis)
  const most = mostAsked(tellers)
  const hand = { ...set, least: Math.max(1, Math.min(set.least, most)) }
  const { found: leftOut, problem } = useOmissions(synopsis, telling, hand)
  if (tellers.length < 2) return <TooFew tellers={tellers.length} />
  if (!leftOut) return <p className={styles['note']} role="status">{problem ?? 'Going through the texts …'}</p>
  const rows = tellers.map((teller) => ({ teller, left: leftOut(teller) }))
  const at = Math.max(0, tellers.findIndex(({ key }) => key === hand.teller))
  const one = rows[at]
  const read = (key: string): boolean => {
    const [first] = [...one?.left.passages[0]?.at.values() ?? []]
    if (key === 'Enter' && first) readPlace(desk, first)
    return key === 'Enter'
  }
  return (
    <>
      <div className={styles['set']}>
        <span>Reported by at least <Stepper label="How many others report it" value={hand.least} least={1} most={most} onChange={(least) => { setHand({ least }) }} /> {hand.least === 1 ? 'other outlet' : 'other outlets'}</span>
        <SuggestionsToo hand={hand} onChange={setHand} />
        <button type="button" className={styles['chip']} aria-pressed={hand.anybody} title="Codes and fields by any coder, not only your own" onClick={() => { setHand({ anybody: !hand.anybody }) }}>All coders</button>
      </div>
      <div className={styles['body']}>
        <PickList
          label="Outlets" count={rows.length} keyOf={(i) => tellers[i]?.key ?? ''} at={at} onGo={(index) => { setHand({ teller: tellers[index]?.key ?? null }) }} onKey={read}
          row={(i) => rows[i] && <><b><bdi>{tellerName(rows[i].teller)}</bdi></b><small>{inShort(rows[i].left)}</small></>}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys go from button to button */}
        <div className={styles['detail']} onKeyDown={walkRows}>
          {one && <OmissionSections teller={one.teller} left={one.left} telling={telling} least={hand.least} anybody={hand.anybody} />}
        </div>
      </div>
    </>
  )
}

const inShort = ({ passages, codes, sources, entities }: LeftOut): string =>
  [passages.length > 0 && counted(passages.length, 'passage'), codes.length > 0 && counted(codes.length, 'code'), sources.length > 0 && counted(sources.length, 'source'), entities.length > 0 && counted(entities.length, 'entity', 'entities')].filter(Boolean).join(' · ') || 'nothing left out'
