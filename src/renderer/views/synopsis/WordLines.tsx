import { useMemo } from 'react'
import { around, type Line } from '../../../domain/query/concordance'
import type { OwnWord } from '../../../domain/synopsis/ownWords'
import type { Teller } from '../../../domain/synopsis/tellers'
import { occurrencesIn } from '../../../domain/synopsis/wordTally'
import { walkRows } from '../../controls/walkRows'
import { useDesk } from '../desk'
import styles from './Told.module.css'
import { tellerName, type Telling } from './useTelling'
import { readPlace } from './Where'

interface Props {
  readonly word: OwnWord
  /** Those whose lines are shown. */
  readonly tellers: readonly Teller[]
  readonly texts: Telling['texts']
  /** What the outlet is called that is compared with the others. */
  readonly own: string
}

const AROUND = 80
/** As many lines as one reads. */
const MOST = 200

/** Every place where a word stands, with what is around it; each reads in context. */
export function WordLines({ word, tellers, texts, own }: Props) {
  const desk = useDesk()
  const lines = useMemo(() => linesOf(word, tellers, texts), [word, tellers, texts])
  const rate = (n: number): string => n.toFixed(1)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys go from line to line
    <div className={styles['detail']} data-word-lines onKeyDown={walkRows}>
      <section aria-label={`Lines with ${word.written}`}>
        <h3><bdi>{word.written}</bdi> <small>z {word.z.toFixed(2).replace('-', '−')} · <bdi>{own}</bdi> {word.own}, {rate(word.ownRate)} per 1,000 words · the others {word.others}, {rate(word.othersRate)}</small></h3>
        <ul className={styles['lines']}>
          {lines.map(({ teller, line }) => (
            <li key={line.hit}>
              <button type="button" data-row aria-label={`${inLine(line.before + line.quote + line.after)}: ${tellerName(teller)}`} title="Read in context" onClick={() => { readPlace(desk, line) }}>
                <span><bdi>{inLine(line.before)}</bdi></span><span><mark>{inLine(line.quote)}</mark><bdi>{inLine(line.after)}</bdi></span><small><bdi>{tellerName(teller)}</bdi></small>
              </button>
            </li>
          ))}
        </ul>
        {lines.length >= MOST && <p>The first {MOST} lines. Find lists them all.</p>}
      </section>
    </div>
  )
}

const inLine = (text: string): string => text.replace(/\s+/g, ' ')

function linesOf(word: OwnWord, tellers: readonly Teller[], texts: Telling['texts']): readonly { readonly teller: Teller; readonly line: Line }[] {
  const found: { teller: Teller; line: Line }[] = []
  for (const teller of tellers) {
    for (const { id } of teller.articles) {
      const text = texts?.get(id)
      if (!text) continue
      for (const paragraph of occurrencesIn(text)) {
        for (const { key, of, start, end } of paragraph) {
          if (key !== word.key || of !== word.of) continue
          found.push({ teller, line: { hit: found.length, article: id, start, end, ...around(text.text, { start, end }, AROUND) } })
          if (found.length >= MOST) return found
        }
      }
    }
  }
  return found
}
