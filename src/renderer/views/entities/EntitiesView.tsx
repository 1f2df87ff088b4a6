import { useMemo, useState } from 'react'
import { useSession } from '../desk'
import { AddEntity } from './AddEntity'
import { Duplicates } from './Duplicates'
import styles from './EntitiesView.module.css'
import { EntityTable } from './EntityTable'
import { entityRows, type SortBy } from './entityRows'
import { SelectedEntities } from './SelectedEntities'
import { useEntityUse } from './useEntityUse'
import { UsesPane } from './UsesPane'

/** The register: who and what speaks or is spoken of, under which names, and where. */
export function EntitiesView() {
  const session = useSession()
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<SortBy>({ column: 'name', descending: false })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState<string | null>(null)
  const { use, complete } = useEntityUse()
  const { entity: register } = session.records
  const { size } = register
  const order = useMemo(
    () => entityRows(register.values(), filter, sort, (id) => use.get(id)?.length ?? 0).map((one) => one.id),
    // Not when an entity is edited: its row stays under the hand until one sorts or filters, or there are others.
    // oxlint-disable-next-line react/exhaustive-deps
    [session, filter, sort, size, complete],
  )
  const entities = order.flatMap((id) => register.get(id) ?? [])
  const chosen = entities.filter((one) => selected.has(one.id)).map((one) => one.id)
  const inUse = register.get(shown ?? '')
  return (
    <main className={styles['view']}>
      <div className={styles['bar']}>
        <input className={styles['filter']} aria-label="Filter the entities" placeholder="Filter" value={filter} onChange={(event) => { setFilter(event.target.value) }} />
        <span className={styles['count']}>{entities.length} of {size} {size === 1 ? 'entity' : 'entities'}</span>
        <AddEntity onAdded={() => { setFilter('') }} />
      </div>
      {size === 0 ? (
        <div className={styles['empty']}>
          <h2>No entities yet</h2>
          <p>People, groups, countries and things come into this register when you name them in a field of an annotation, or here. With their other names added, Synoptic offers them wherever a text names them.</p>
        </div>
      ) : (
        <div className={styles['body']}>
          <div className={styles['list']}>
            <Duplicates onCompare={(ids) => { setFilter(''); setSelected(new Set(ids)) }} />
            {chosen.length > 0 && <SelectedEntities chosen={chosen} onDone={() => { setSelected(new Set()) }} />}
            <EntityTable entities={entities} use={use} complete={complete} selected={selected} onSelect={setSelected} sort={sort} onSort={setSort} shown={shown} onShow={setShown} />
          </div>
          {inUse && <UsesPane key={inUse.id} entity={inUse} uses={use.get(inUse.id) ?? []} onClose={() => { setShown(null) }} />}
        </div>
      )}
    </main>
  )
}
