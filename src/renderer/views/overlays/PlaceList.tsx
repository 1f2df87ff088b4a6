import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { PassagePlace } from '../../../domain/changes/commands/passages'
import type { Passage, PassageState } from '../../../domain/project/passage'
import type { PassageGroup } from '../../../domain/query/passageGroups'
import { useSession } from '../desk'
import styles from './Boilerplate.module.css'
import { onDecisionKey } from './decisionKeys'
import { shownText } from '../../store/outletLabel'

interface Props {
  readonly group: PassageGroup
  readonly onDecide: (places: readonly PassagePlace[], to: PassageState) => void
}

const placeKey = ({ article, start }: PassagePlace): string => `${article} ${start}`

/** Where a line stands, with what is around it. Arrow keys move, Enter excludes, K keeps; with Shift all of the outlet. */
export function PlaceList({ group, onDecide }: Props) {
  const session = useSession()
  const [at, setAt] = useState<string | null>(null)
  const current = group.places.find((one) => placeKey(one) === at) ?? group.places[0]
  const outletOf = (place: PassagePlace): string => session.seen.article.get(place.article)?.outlet ?? ''
  const onKey = onDecisionKey((to, shift) => {
    if (!current) return
    const next = group.places[group.places.indexOf(current) + 1]
    if (next) setAt(placeKey(next))
    onDecide(shift ? group.places.filter((one) => outletOf(one) === outletOf(current)) : [current], to)
  })
  return (
    <div className={styles['frame']} onKeyDownCapture={onKey}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 74 }}>
        <ListBox
          aria-label="Places of this line: Enter excludes, K keeps as text" items={group.places.map((place) => ({ id: placeKey(place), place }))} selectionMode="single" selectionBehavior="replace" disallowEmptySelection
          className={styles['list'] ?? ''} selectedKeys={current ? [placeKey(current)] : []}
          onSelectionChange={(chosen) => { for (const key of chosen === 'all' ? [] : chosen) setAt(String(key)) }}
        >
          {({ id, place }) => {
            const article = session.seen.article.get(place.article)
            const passage = article?.passages.find((one) => one.start === place.start)
            return (
              <ListBoxItem id={id} className={styles['row'] ?? ''} textValue={article?.headline ?? ''}>
                <small><b><bdi>{article?.outlet || 'unknown outlet'}</bdi></b> {[article?.date, article?.headline || article?.source.file].filter(Boolean).join(' · ')}</small>
                {passage && <Around article={place.article} passage={passage} />}
              </ListBoxItem>
            )
          }}
        </ListBox>
      </Virtualizer>
    </div>
  )
}

const AROUND = 90

/** A passage and the words before and after it. */
function Around({ article, passage: { start, end, quote } }: { readonly article: string; readonly passage: Passage }) {
  const session = useSession()
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    session.text(article).then((found) => { if (current) setText(shownText(session, article, found)) }, () => undefined)
    return () => { current = false }
  }, [session, article])
  // Cut between words, so that no character is torn apart.
  const before = text?.slice(Math.max(0, start - AROUND), start).replace(start > AROUND ? /^\S*/ : '', '')
  const after = text?.slice(end, end + AROUND).replace(text.length > end + AROUND ? /\S*$/ : '', '')
  return <span className={styles['around']}><bdi>{before?.trim()} <mark>{quote}</mark> {after?.trim()}</bdi></span>
}
