import { useState } from 'react'
import { Button } from '../../controls/Button'
import { useSession } from '../desk'
import styles from './OutletsView.module.css'

/** Names something else that is to be noted of outlets. */
export function AddProperty({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (name: string) => void }) {
  const { readOnly } = useSession()
  const [name, setName] = useState('')
  const fresh = name.trim() !== '' && !taken.includes(name.trim())
  return (
    <form className={styles['add']} onSubmit={(event) => { event.preventDefault(); if (fresh) { onAdd(name.trim()); setName('') } }}>
      <input aria-label="Another property of outlets" placeholder="Another property" maxLength={100} disabled={readOnly !== null} value={name} onChange={(event) => { setName(event.target.value) }} />
      <Button type="submit" disabled={!fresh || readOnly !== null}>Add</Button>
    </form>
  )
}
