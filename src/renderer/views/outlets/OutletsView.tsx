import { useMemo, useState } from 'react'
import { knownOutlets, outletVariables } from '../../../domain/query/outlets'
import { perform } from '../../commands/list'
import { maskingCommands } from '../../commands/masking'
import { Button } from '../../controls/Button'
import { ListSwitch } from '../articles/ListSwitch'
import { useDesk, useSession } from '../desk'
import { AddProperty } from './AddProperty'
import { LikelySame } from './LikelySame'
import { outletRows, type SortBy } from './outletRows'
import styles from './OutletsView.module.css'
import { OutletTable } from './OutletTable'
import { SelectedOutlets } from './SelectedOutlets'

/** The list of outlets, which says how to see them while they are masked. */
export function OutletsView() {
  const desk = useDesk()
  const reveal = maskingCommands.find(({ id }) => id === 'project.reveal')
  if (useSession().masked.mask === null) return <Outlets />
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}><ListSwitch /></div>
      <div className={styles['empty']}>
        <h2>Outlets are masked</h2>
        <p>While they are, nothing here says which they are. Reveal them to see and change them; what was coded while they were masked stays marked as blind.</p>
        {reveal && <Button disabled={!reveal.enabled(desk)} onClick={() => { perform(desk, reveal) }}>Reveal outlets …</Button>}
      </div>
    </main>
  )
}

/** The outlets as the articles name them: under which other names they come in, and what is known of them. */
function Outlets() {
  const session = useSession()
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<SortBy>({ column: 'name', descending: false })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [added, setAdded] = useState<readonly string[]>([])
  const revision = session.revision.get()
  const known = useMemo(
    () => knownOutlets(session.records),
    // The records are the same, but changed.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, revision],
  )
  const variables = outletVariables(session.records.outlet.values())
  const properties = [...variables, ...added.filter((name) => !variables.includes(name))]
  const names = known.map(({ name }) => name).join('\n')
  const order = useMemo(
    () => outletRows(known, filter, sort).map(({ name }) => name),
    // Not when a property is filled in: its row stays under the hand until one sorts or filters, or there are others.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, filter, sort, names],
  )
  const byName = new Map(known.map((one) => [one.name, one]))
  const outlets = order.flatMap((name) => byName.get(name) ?? [])
  const chosen = outlets.filter(({ name }) => selected.has(name)).map(({ name }) => name)
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <ListSwitch />
        <input className={styles['filter']} aria-label="Filter the outlets" placeholder="Filter" maxLength={200} value={filter} onChange={(event) => { setFilter(event.target.value) }} />
        <span className={styles['count']}>{outlets.length} of {known.length} {known.length === 1 ? 'outlet' : 'outlets'}</span>
        {known.length > 0 && <AddProperty taken={properties} onAdd={(name) => { setAdded([...added, name]) }} />}
      </div>
      {known.length === 0 ? (
        <div className={styles['empty']}><h2>No outlets yet</h2><p>The outlets that your articles name stand here. Different spellings of one can be made one name, and what is known of each, such as its country, becomes a column of the export.</p></div>
      ) : (
        <>
          <LikelySame names={order} />
          {chosen.length > 0 && <SelectedOutlets chosen={chosen} properties={properties} onDone={() => { setSelected(new Set()) }} />}
          <OutletTable outlets={outlets} properties={properties} selected={selected} onSelect={setSelected} sort={sort} onSort={setSort} />
        </>
      )}
    </main>
  )
}
