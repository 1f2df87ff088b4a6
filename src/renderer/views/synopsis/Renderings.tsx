import type { SharedPassage } from '../../../domain/synopsis/sharedPassages'
import type { Place } from '../../../domain/synopsis/parallel'
import type { Slot, Variants } from '../../../domain/synopsis/variants'
import { walkRows } from '../../controls/walkRows'
import styles from './Told.module.css'
import type { Telling } from './useTelling'
import { Where } from './Where'

/** A shared passage with the ways it is worded. */
export interface Worded {
  readonly passage: SharedPassage
  readonly variants: Variants
}

/** The ways one passage is worded: where it differs most, the other points, and each place as a whole. */
export function Renderings({ worded: { variants: { headline, slots, whole } }, telling }: { readonly worded: Worded; readonly telling: Telling }) {
  const others = slots.filter((slot) => slot !== headline)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrow keys go from button to button
    <div onKeyDown={walkRows}>
      {headline && <Point name="Renderings" slot={headline} telling={telling} main />}
      {others.length > 0 && <section aria-label="Other differences"><h3>Other differences</h3>{others.map((slot) => <Lines key={slot.renderings.map(({ key }) => key).join('|')} slot={slot} telling={telling} />)}</section>}
      <Point name={headline ? 'The whole passage' : 'The same words, or nothing that tells'} slot={whole} telling={telling} main={false} />
    </div>
  )
}

function Point({ name, slot, telling, main }: { readonly name: string; readonly slot: Slot; readonly telling: Telling; readonly main: boolean }) {
  return <section aria-label={name}><h3>{name}</h3><Lines slot={slot} telling={telling} main={main} /></section>
}

function Lines({ slot: { renderings }, telling: { tellers, teller }, main = false }: { readonly slot: Slot; readonly telling: Telling; readonly main?: boolean }) {
  const most = Math.max(1, ...renderings.map(({ count }) => count))
  return (
    <table className={styles['renderings']} data-main={main ? '' : undefined}>
      <tbody>
        {renderings.map(({ key, words, count, places }) => (
          <tr key={key}>
            <th scope="row"><bdi>{words}</bdi></th>
            <td className={styles['bar']}><i style={{ width: `calc(${count / most} * (100% - 28px))` }} /><b>{count}</b></td>
            <td><Where tellers={tellers} at={byTeller(places, teller)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function byTeller(places: readonly Place[], teller: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of places) {
    const who = teller.get(place.article)
    if (who !== undefined) found.set(who, [...(found.get(who) ?? []), place])
  }
  return found
}
