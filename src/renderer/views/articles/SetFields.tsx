import { useMemo, useState } from 'react'
import { editArticles } from '../../../domain/changes/commands/articles'
import { setVariable, variableNames } from '../../../domain/changes/commands/variables'
import type { Outcome } from '../../../domain/changes/command'
import { dateForm } from '../../../domain/project/dates'
import { typedDate } from '../../../domain/project/typedDate'
import { performAny } from '../../commands/carryOut'
import { Button } from '../../controls/Button'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './ArticlesView.module.css'

const fields = { outlet: 'Outlet', headline: 'Headline', date: 'Date', byline: 'Byline', section: 'Section', language: 'Language' } as const
type Field = keyof typeof fields
const isField = (what: string): what is Field => Object.hasOwn(fields, what)

/** Value of the choice "New variable", and what begins that of a variable in use. */
const NEW = 'variable:'

/** Sets a field or a variable of many articles to one value. */
export function SetFields({ chosen, off }: { readonly chosen: readonly string[]; readonly off: boolean }) {
  const desk = useDesk()
  const session = useSession()
  const [what, setWhat] = useState<string>('outlet')
  const [newName, setNewName] = useState('')
  const [value, setValue] = useState('')
  const catalogue = useCell(session.catalogue)
  // oxlint-disable-next-line react/exhaustive-deps -- the records are replaced in place: the catalogue says when the names are old
  const names = useMemo(() => variableNames(session.seen.article.values()), [session, catalogue])
  const variable = what === NEW ? newName.trim() : what.slice(NEW.length)
  const label = isField(what) ? fields[what] : variable || 'Value'
  const day = what === 'date' ? typedDate(value) : ''
  const wrong = day === null
  // An empty value takes a variable away, but would wipe out a field of many articles by one click.
  const nothing = wrong || (isField(what) ? value.trim() === '' : variable === '')
  const outcome = (): Outcome => (isField(what) ? editArticles(session.records, chosen, { [what]: what === 'date' ? day ?? '' : value.trim() }) : setVariable(session.records, 'article', chosen, { name: variable, value }))
  const set = (): void => {
    if (nothing || off) return
    void performAny(desk, outcome()).then((done) => { if (done) setValue('') })
  }
  return (
    <form className={styles['set']} aria-label="Change the selected articles" onSubmit={(event) => { event.preventDefault(); set() }}>
      <select aria-label="What to set" value={what} disabled={off} onChange={(event) => { setWhat(event.target.value); setValue('') }}>
        {Object.entries(fields).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        <optgroup label="Variables">
          {names.map((name) => <option key={name} value={`${NEW}${name}`}>{name}</option>)}
          <option value={NEW}>New variable …</option>
        </optgroup>
      </select>
      {what === NEW && <input aria-label="Name of the new variable" placeholder="Name" maxLength={200} value={newName} disabled={off} onChange={(event) => { setNewName(event.target.value) }} />}
      <input
        aria-label={`${label} for the selected articles`} placeholder={what === 'date' ? '2023-09-13' : label} {...(what === 'date' && { title: `Written as ${dateForm}` })} maxLength={10_000}
        value={value} disabled={off} aria-invalid={wrong} onChange={(event) => { setValue(event.target.value) }}
      />
      <Button type="submit" disabled={off || nothing} title={wrong ? `Write the date as ${dateForm}` : isField(what) ? undefined : 'An empty value takes the variable away'}>Set</Button>
    </form>
  )
}
