import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { renameVariable, setVariable, variableNames, variableValues } from '../../../domain/changes/commands/variables'
import type { Outcome } from '../../../domain/changes/command'
import { Button } from '../../controls/Button'
import { TextBox } from '../../controls/TextBox'
import { useDesk, useSession } from '../desk'
import styles from './Variables.module.css'

interface Props {
  readonly kind: 'article' | 'event'
  readonly id: string
}

/** The free variables of an article or event, with names and values in use offered. */
export function Variables({ kind, id }: Props) {
  const { app } = useDesk()
  const session = useSession()
  const { records } = session
  const own = records[kind].get(id)?.variables ?? {}
  const off = session.readOnly !== null
  const perform = (outcome: Outcome): boolean => session.perform(outcome)
  const set = (name: string, value: string): boolean => perform(setVariable(records, kind, [id], { name, value }))
  const rename = (from: string, to: string): boolean => {
    // What was taken away or renamed already is not there any more.
    if (to.trim() === from || !Object.hasOwn(records[kind].get(id)?.variables ?? {}, from)) return true
    if (perform(renameVariable(records, kind, id, { from, to }))) return true
    app.notice.set(`“${to.trim()}” was not taken as a name: it is empty, or another variable has it.`)
    return false
  }
  return (
    <section className={styles['variables']} aria-label={`Variables of the ${kind}`}>
      <h3>Variables</h3>
      {Object.entries(own).map(([name, value], i) => (
        // By their place, in which they stay when they are renamed.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className={styles['line']}>
          <TextBox flat aria-label={`Name of the variable ${name}`} value={name} disabled={off} maxLength={200} title={name} onCommit={(text) => rename(name, text)} />
          <TextBox flat aria-label={name} value={value} disabled={off} maxLength={10_000} title={value} onCommit={(text) => { set(name, text) }} />
          <button type="button" className={styles['remove']} aria-label={`Remove the variable ${name}`} disabled={off} onClick={() => { set(name, '') }}><X size={13} /></button>
        </div>
      ))}
      {!off && <Another kind={kind} taken={own} onAdd={set} />}
    </section>
  )
}

function Another({ kind, taken, onAdd }: { readonly kind: Props['kind']; readonly taken: Readonly<Record<string, string>>; readonly onAdd: (name: string, value: string) => boolean }) {
  const { records } = useSession()
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const [offered, setOffered] = useState(false)
  const list = useId()
  // Looked for only once somebody writes here: there can be very many articles.
  const names = offered ? variableNames(records[kind].values()).filter((one) => !Object.hasOwn(taken, one)) : []
  const values = offered && name.trim() !== '' ? variableValues(records[kind].values(), name.trim()) : []
  const fits = name.trim() !== '' && value.trim() !== '' && !Object.hasOwn(taken, name.trim())
  const add = (): void => {
    if (!fits || !onAdd(name, value)) return
    setName('')
    setValue('')
  }
  return (
    <form className={styles['line']} aria-label={`Add a variable of the ${kind}`} onSubmit={(event) => { event.preventDefault(); add() }}>
      <input aria-label="Name of the new variable" placeholder="New name" list={`${list}-names`} value={name} maxLength={200} autoComplete="off" onFocus={() => { setOffered(true) }} onChange={(event) => { setName(event.target.value) }} />
      <input aria-label="Value of the new variable" placeholder="Value" list={`${list}-values`} value={value} maxLength={10_000} autoComplete="off" onChange={(event) => { setValue(event.target.value) }} />
      <Button type="submit" kind="quiet" disabled={!fits}>Add</Button>
      <datalist id={`${list}-names`}>{names.slice(0, MOST).map((one) => <option key={one} value={one}>{one}</option>)}</datalist>
      <datalist id={`${list}-values`}>{values.slice(0, MOST).map((one) => <option key={one} value={one}>{one}</option>)}</datalist>
    </form>
  )
}

/** More than anybody looks through. */
const MOST = 100
