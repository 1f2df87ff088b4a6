import { useEffect, useRef } from 'react'
import type { Wanted } from '../../../domain/query/search'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './FindView.module.css'

const kinds = [['words', 'Words'], ['phrase', 'Exact phrase'], ['regex', 'Regular expression']] as const
const switches = [['whole', 'Whole words'], ['matchCase', 'Match case'], ['exact', 'Exactly as written']] as const
const titles = { whole: 'Only where no letter or digit touches it', matchCase: 'Capitals count', exact: 'Capitals, accents, typographic signs and letters of other scripts count' }

/** What is looked for; the search follows as one types. */
export function FindBar({ problem }: { readonly problem: string | null }) {
  const { finds } = useDesk()
  const { wanted, inExcluded, cursor } = useCell(finds)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Whoever comes back from a text goes on in the list.
    if (cursor === null) box.current?.select()
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  const set = (change: Partial<Wanted>): void => { finds.update((now) => ({ ...now, wanted: { ...now.wanted, ...change }, cursor: null })) }
  return (
    <div className={styles['bar']}>
      <input
        ref={box} className={styles['search']} aria-label="Find in all articles" placeholder="Words or “a phrase”" value={wanted.typed} maxLength={1_000} spellCheck={false}
        aria-invalid={problem !== null} onChange={(event) => { set({ typed: event.target.value }) }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && wanted.typed !== '') set({ typed: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter') event.currentTarget.closest('main')?.querySelector<HTMLElement>('[role=grid]')?.focus()
          else return
          event.preventDefault()
        }}
      />
      <select aria-label="What is typed is" value={wanted.as} onChange={(event) => { set({ as: kinds.find(([id]) => id === event.target.value)?.[0] ?? 'words' }) }}>
        {kinds.map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
      {switches.map(([id, name]) => (
        // A regular expression sees the text as it is.
        <button key={id} type="button" className={styles['chip']} title={titles[id]} disabled={id === 'exact' && wanted.as === 'regex'} aria-pressed={wanted[id]} onClick={() => { set({ [id]: !wanted[id] }) }}>{name}</button>
      ))}
      <button type="button" className={styles['chip']} title="Also look through what is excluded from coding" aria-pressed={inExcluded} onClick={() => { finds.update((now) => ({ ...now, inExcluded: !inExcluded, cursor: null })) }}>Excluded passages too</button>
    </div>
  )
}
