import { choices, type Choice } from '../../../domain/synopsis/choices'
import type { SharedPassage } from '../../../domain/synopsis/sharedPassages'
import { variants } from '../../../domain/synopsis/variants'
import type { EventSynopsis } from '../../store/synopses'
import { useCell } from '../../store/watch'
import { counted } from '../codebook/words'
import { useDesk } from '../desk'
import { PickList } from '../PickList'
import { ChoiceTable } from './ChoiceTable'
import { useInHand } from './inHand'
import { Renderings, type Worded } from './Renderings'
import { SuggestionsToo, TooFew } from './TooFew'
import styles from './Told.module.css'
import { useTelling, type Telling } from './useTelling'
import { useWork } from './useWork'
import { readPlace } from './Where'

interface Found {
  /** The most varied first. */
  readonly all: readonly Worded[]
  readonly chosen: readonly Choice[]
}

/** The words each outlet chose: for a passage in hand, and throughout the event. */
export function VariantsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const desk = useDesk()
  const telling = useTelling(synopsis)
  const passages = useCell(synopsis.passages)
  const [hand, setHand] = useInHand(synopsis)
  const { texts } = telling
  const { found, problem } = useWork(texts && (() => worded(passages, telling, texts, hand.suggestions)), [passages, telling.teller, texts, hand.suggestions])
  if (telling.tellers.length < 2) return <TooFew tellers={telling.tellers.length} />
  if (!found) return <p className={styles['note']} role="status">{problem ?? 'Comparing the words …'}</p>
  const { all, chosen } = found
  const at = Math.max(0, all.findIndex(({ passage }) => passage.id === hand.passage))
  const one = all[at]
  const go = (index: number): void => { setHand({ passage: all[index]?.passage.id ?? null }) }
  const read = (key: string): boolean => {
    const place = one?.variants.headline?.renderings[0]?.places[0] ?? one?.passage.places[0]
    if (key === 'Enter' && place) readPlace(desk, place)
    return key === 'Enter'
  }
  return (
    <>
      <div className={styles['set']}>
        <span role="status">{counted(all.length, 'shared passage')}, {all.filter((other) => other.variants.headline).length} of them in different words</span>
        <SuggestionsToo hand={hand} onChange={setHand} />
      </div>
      {!one ? <NoPassages /> : (
        <div className={styles['body']}>
          <PickList label="Shared passages" count={all.length} keyOf={(i) => all[i]?.passage.id ?? ''} row={(i) => <Row one={all[i]} />} at={at} onGo={go} onKey={read} />
          <div className={styles['detail']}>
            <Renderings worded={one} telling={telling} />
            <ChoiceTable choices={chosen} tellers={telling.tellers} />
          </div>
        </div>
      )}
    </>
  )
}

function NoPassages() {
  return <div className={styles['empty']}><h2>No shared passages</h2><p>The articles have no passage in common, as far as their words say. Look at the suggestions too, or at the passages: those you put together stand here as well.</p></div>
}

function Row({ one }: { readonly one: Worded | undefined }) {
  if (!one) return null
  const { passage, variants: { headline, whole } } = one
  const [first] = whole.renderings
  return (
    <>
      <b><bdi>{headline ? headline.renderings.map(({ words }) => words).join(' / ') : first?.words}</bdi></b>
      <small><bdi>{headline ? first?.words : ''}</bdi></small>
      <small>{[counted(new Set(passage.places.map(({ article }) => article)).size, 'article'), headline ? counted(headline.renderings.length, 'rendering') : 'same words', passage.state === 'suggested' ? 'suggestion' : ''].filter(Boolean).join(' · ')}</small>
    </>
  )
}

function* worded(passages: readonly SharedPassage[], { teller }: Telling, texts: NonNullable<Telling['texts']>, suggestions: boolean): Generator<unknown, Found> {
  const all: Worded[] = []
  for (const passage of passages) {
    if (passage.state === 'suggested' && !suggestions) continue
    all.push({ passage, variants: variants(passage, (article) => texts.get(article)?.text, texts.get(passage.places[0]?.article ?? '')?.language) })
    yield
  }
  const varied = ({ variants: { headline } }: Worded): number => headline?.renderings.length ?? 0
  return { all: all.sort((a, b) => varied(b) - varied(a) || b.passage.places.length - a.passage.places.length), chosen: choices(all.map((one) => one.variants), teller) }
}
