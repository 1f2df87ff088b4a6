import { Check } from 'lucide-react'
import { memo } from 'react'
import type { Place } from '../../../domain/synopsis/parallel'
import { isSamePlace } from '../../../domain/synopsis/ruledPlaces'
import type { TablePlace } from '../../../domain/synopsis/table'
import type { CodesOf } from '../../../domain/synopsis/tableQuery'
import { Swatch } from '../../controls/Swatch'
import { useSession } from '../desk'
import styles from './PassageTable.module.css'
import type { Column } from './useColumns'
import { attributionLine } from '../../../domain/synopsis/words'

interface Props {
  readonly id: string
  readonly index: number
  readonly column: Column
  /** Undefined where the article leaves the passage out. */
  readonly places: readonly TablePlace[] | undefined
  /** Whether it is worked out whose words these are, and how they differ. */
  readonly ready: boolean
  readonly codesOf: CodesOf
  readonly differences: boolean
  readonly cursor: boolean
  /** Places of the passage that are marked. */
  readonly marked: readonly Place[]
}

/** What one article has of a shared passage. */
export const PassageCell = memo(function PassageCell({ id, index, column, places, ready, codesOf, differences, cursor, marked }: Props) {
  const mark = cursor ? styles['cursor'] : ''
  const cell = { id, role: 'gridcell', 'aria-colindex': index + 2, 'data-article': column.article.id, style: { gridColumn: index + 2 } } as const
  if (!places) return <div {...cell} className={`${styles['gap']} ${mark}`}><span title={column.why === null ? 'No sentence of this article has enough words in common with the passage. Read it before you count it as left out.' : undefined}>{column.why === null ? 'not found' : 'not compared'}</span></div>
  return (
    <div {...cell} className={`${styles['cell']} ${mark}`} data-differences={differences ? '' : undefined} data-differs={ready && places.some(({ stretches }) => stretches.some(({ agrees }) => !agrees)) ? '' : undefined}>
      {places.map((place) => <Rendering key={place.place.start} place={place} ready={ready} codes={codesOf(place.place)} marked={marked.some((one) => isSamePlace(one, place.place))} />)}
    </div>
  )
})

/** The words of one place, whose they are, and the codes it has. */
function Rendering({ place, ready, codes, marked }: { readonly place: TablePlace; readonly ready: boolean; readonly codes: readonly string[]; readonly marked: boolean }) {
  const session = useSession()
  const { context: { before, after } } = place
  const entries = codes.flatMap((code) => session.codes().get(code) ?? [])
  return (
    <div className={styles['rendering']} data-start={place.place.start} data-marked={marked ? '' : undefined}>
      <p dir="auto">
        <s>{before}</s>
        {!ready ? <s data-agrees>{place.text}</s> : place.stretches.map(({ start, end, agrees }) => (agrees ? <s key={start} data-agrees>{textOf(place, start, end)}</s> : <mark key={start}>{textOf(place, start, end)}</mark>))}
        <s>{after}</s>
      </p>
      <small>{marked && <b><Check size={12} /> marked </b>}<bdi>{ready ? attributionLine(place.attribution) : '\u2007'}</bdi></small>
      {entries.length > 0 && <span className={styles['codes']}>{entries.map(({ code, dimension, path }) => <span key={code.id} title={path.join(' > ')}><Swatch colour={code.colour} mark={dimension.mark} /><bdi>{code.name}</bdi></span>)}</span>}
    </div>
  )
}

const textOf = ({ place, text }: TablePlace, start: number, end: number): string => text.slice(start - place.start, end - place.start)
