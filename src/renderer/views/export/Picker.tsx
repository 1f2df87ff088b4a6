import { useState } from 'react'
import { Button } from '../../controls/Button'
import { choosing, isChosen, type Some } from '../../store/export/selected'
import styles from './ExportView.module.css'

/** Something that can be chosen or left out, with all that goes along with it. */
export interface Pick {
  readonly id: string
  readonly name: string
  readonly hint: string
  /** How far it is indented. */
  readonly depth: number
  readonly ids: readonly string[]
}

interface Props {
  readonly title: string
  readonly picks: readonly Pick[]
  readonly some: Some
  readonly onChoose: (some: Some) => void
}

/** As many as one reads through; more are found by typing. */
const MOST = 200

/** All of some things, or those that are ticked in the list that opens. */
export function Picker({ title, picks, some, onChoose }: Props) {
  const [filter, setFilter] = useState('')
  const [open, setOpen] = useState(false)
  const all = picks.map(({ id }) => id)
  const chosen = some === null ? all.length : all.filter((id) => some.includes(id)).length
  const wanted = filter.trim().toLocaleLowerCase()
  const found = open ? picks.filter(({ name, hint }) => wanted === '' || `${name} ${hint}`.toLocaleLowerCase().includes(wanted)) : []
  const tick = (ids: readonly string[], ticked: boolean): void => { onChoose(choosing(some, all, ids, ticked)) }
  return (
    <details className={styles['picker']} open={open} onToggle={(event) => { setOpen(event.currentTarget.open) }}>
      <summary data-set={some !== null || undefined}><span>{title}</span> <b>{some === null ? all.length === 0 ? 'none yet' : 'all' : `${chosen.toLocaleString('en')} of ${all.length.toLocaleString('en')}`}</b></summary>
      <div className={styles['pickerHead']}>
        {picks.length > 12 && <input aria-label={`Find among ${title.toLowerCase()}`} placeholder="Find" value={filter} data-draft={filter !== '' || undefined} onChange={(event) => { setFilter(event.target.value) }} onKeyDown={(event) => { if (event.key === 'Escape') setFilter('') }} />}
        <Button kind="quiet" onClick={() => { onChoose(null) }}>All</Button>
        <Button kind="quiet" onClick={() => { tick(found.map(({ id }) => id), false) }}>{wanted === '' ? 'None' : 'None of these'}</Button>
      </div>
      <ul aria-label={title}>
        {found.slice(0, MOST).map((pick) => (
          <li key={pick.id} className={styles[`depth${Math.min(pick.depth, 4)}`]}>
            <label className={styles['tick']}><input type="checkbox" checked={isChosen(some, pick.id)} onChange={(event) => { tick(pick.ids, event.target.checked) }} /> <bdi>{pick.name}</bdi>{pick.hint !== '' && <small>{pick.hint}</small>}</label>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p>and {(found.length - MOST).toLocaleString('en')} more: type to find them</p>}
    </details>
  )
}
