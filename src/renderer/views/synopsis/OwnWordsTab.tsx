import { ownWords, type OwnWord } from '../../../domain/synopsis/ownWords'
import type { Teller } from '../../../domain/synopsis/tellers'
import { count, noTallies, type Tallies } from '../../../domain/synopsis/wordTally'
import type { EventSynopsis } from '../../store/synopses'
import type { InHand } from '../../store/synopsisHand'
import { useCell } from '../../store/watch'
import { PickList } from '../PickList'
import { useInHand } from './inHand'
import { OwnWordsBar } from './OwnWordsBar'
import styles from './Told.module.css'
import { TooFew } from './TooFew'
import { tellerName, useTelling, type Telling } from './useTelling'
import { useWork } from './useWork'
import { WordLines } from './WordLines'

interface Told {
  readonly words: readonly OwnWord[]
  /** Whose telling it is, and against whose. */
  readonly of: Teller
  readonly against: readonly Teller[]
}

/** What is particular to one outlet's telling against the others, with the lines behind each word. */
export function OwnWordsTab({ synopsis }: { readonly synopsis: EventSynopsis }) {
  const telling = useTelling(synopsis)
  const parallels = useCell(synopsis.parallels)
  const [hand, setHand] = useInHand(synopsis)
  const { tellers, texts } = telling
  const teller = tellers.find(({ key }) => key === hand.teller) ?? tellers[0]
  const { found, problem } = useWork(texts && teller ? () => counted(telling, texts, teller, new Set(parallels?.notCompared.flatMap(({ article, why }) => (why === 'other-language' ? [article] : [])))) : null, [tellers, texts, teller, parallels])
  if (!teller || tellers.length < 2) return <TooFew tellers={tellers.length} />
  const words = found ? shown(found.words, hand) : []
  const at = Math.max(0, words.findIndex(({ key }) => key === hand.word))
  const word = words[at]
  return (
    <>
      <OwnWordsBar tellers={tellers} teller={teller} hand={hand} onChange={setHand} shown={words.length} />
      {found?.of !== teller ? <p className={styles['note']} role="status">{problem ?? 'Counting the words …'}</p>
        : found.against.length === 0 ? <div className={styles['empty']}><h2>Nothing to compare with</h2><p>No other outlet of this event writes in the language of <bdi>{tellerName(teller)}</bdi>, or their texts can’t be read.</p></div>
        : !word ? <div className={styles['empty']}><h2>No such words</h2><p>No word that stands {hand.often} times or more {hand.side === 'own' ? 'here is more frequent than in the others' : 'in the others is less frequent here'}. Ask for rarer words, or for names and common words too.</p></div>
        : (
          <div className={styles['body']}>
            <PickList
              label={hand.side === 'own' ? 'Own words' : 'Words of the others'} count={words.length} keyOf={(i) => words[i]?.key ?? ''} at={at} low onGo={(index) => { setHand({ word: words[index]?.key ?? null }) }}
              row={(i) => <Row word={words[i]} />} onKey={(key) => key === 'Enter' && focusLines()}
            />
            <WordLines key={word.key} word={word} tellers={hand.side === 'own' ? [teller] : found.against} texts={texts} own={tellerName(teller)} />
          </div>
        )}
    </>
  )
}

function focusLines(): boolean {
  document.querySelector<HTMLElement>('[data-word-lines] button')?.focus()
  return true
}

const SURE = 1.96

function Row({ word }: { readonly word: OwnWord | undefined }) {
  if (!word) return null
  return (
    <span className={styles['word']} data-sure={Math.abs(word.z) >= SURE ? '' : undefined}>
      <bdi>{word.written}</bdi>{word.name && <small>name</small>}
      <b title="z-score of the log-odds-ratio">{word.z.toFixed(1).replace('-', '−')}</b><span title="Here, and in the others">{word.own} : {word.others}</span>
    </span>
  )
}

function shown(words: readonly OwnWord[], { side, names, common, often }: InHand): readonly OwnWord[] {
  const kept = words.filter((one) => (names || !one.name) && (common || one.telling) && (side === 'own' ? one.z > 0 && one.own >= often : one.z < 0 && one.others >= often))
  return side === 'own' ? kept : kept.reverse()
}

function* counted({ tellers }: Telling, texts: NonNullable<Telling['texts']>, of: Teller, apart: ReadonlySet<string>): Generator<unknown, Told> {
  const tally = function* (who: Teller, into: Tallies): Generator<unknown> {
    for (const { id } of who.articles) {
      const text = texts.get(id)
      if (text) yield* count(text, into)
    }
  }
  const comparable = (who: Teller): boolean => who.articles.some(({ id }) => texts.has(id) && !apart.has(id))
  const against = comparable(of) ? tellers.filter((who) => who !== of && comparable(who)) : []
  const [own, others] = [noTallies(), noTallies()]
  yield* tally(of, own)
  for (const who of against) yield* tally(who, others)
  return { words: ownWords(own, others, 1), of, against }
}
