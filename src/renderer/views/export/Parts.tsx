import { useMemo } from 'react'
import type { Code, Dimension } from '../../../domain/project/codebook'
import { latestFirst } from '../../../domain/project/order'
import { THE } from '../../../domain/project/records'
import { noDate, typedDate } from '../../../domain/project/typedDate'
import { Select } from '../../controls/Select'
import { TextBox } from '../../controls/TextBox'
import type { ExportAssistant } from '../../store/export/assistant'
import { isChosen } from '../../store/export/selected'
import { useCell } from '../../store/watch'
import { useDesk, useSession } from '../desk'
import styles from './ExportView.module.css'
import { Picker, type Pick } from './Picker'
import { counted } from './words'

/** Which part of the project is exported. */
export function Parts({ assistant }: { readonly assistant: ExportAssistant }) {
  const { records, seen } = useSession()
  const { selection } = useCell(assistant.order)
  const codebook = records.codebook.get(THE)
  const dimensions = useMemo(() => codebook?.dimensions ?? [], [codebook])
  const events = useMemo(() => [...seen.event.values()].sort(latestFirst).map(({ id, name, date }): Pick => ({ id, name: name || 'Without a name', hint: date, depth: 0, ids: [id] })), [seen])
  const coders = useMemo(() => Array.from(records.coder.values(), ({ id, name }): Pick => ({ id, name, hint: '', depth: 0, ids: [id] })), [records])
  const codes = useMemo(() => dimensions.filter(({ id }) => isChosen(selection.dimensions, id)).flatMap(picksOf), [dimensions, selection.dimensions])
  return (
    <div className={styles['parts']}>
      <Articles assistant={assistant} />
      <Picker title="Events" picks={events} some={selection.events} onChoose={(chosen) => { assistant.select({ events: chosen }) }} />
      <Picker title="Coders" picks={coders} some={selection.coders} onChoose={(chosen) => { assistant.select({ coders: chosen }) }} />
      <Picker title="Dimensions" picks={dimensions.map(({ id, name }) => ({ id, name, hint: '', depth: 0, ids: [id] }))} some={selection.dimensions} onChoose={(chosen) => { assistant.select({ dimensions: chosen, codes: null }) }} />
      <Picker title="Codes" picks={codes} some={selection.codes} onChoose={(chosen) => { assistant.select({ codes: chosen }) }} />
      <div className={styles['part']}>
        <span>Dates</span>
        <span className={styles['days']}><Day assistant={assistant} end="from" /> to <Day assistant={assistant} end="to" /></span>
      </div>
      <label className={styles['tick']}><input type="checkbox" checked={selection.complete} onChange={(event) => { assistant.select({ complete: event.target.checked }) }} /> Only annotations with all required fields</label>
    </div>
  )
}

/** Codes of a dimension, each with those under it. */
function picksOf({ name, codes }: Dimension): readonly Pick[] {
  const walk = (code: Code, depth: number): Pick[] => {
    const under = code.codes.flatMap((one) => walk(one, depth + 1))
    return [{ id: code.id, name: code.name, hint: depth === 0 ? name : '', depth, ids: [code.id, ...under.map(({ id }) => id)] }, ...under]
  }
  return codes.flatMap((code) => walk(code, 0))
}

/** All articles, or those that were ticked or stand side by side. */
function Articles({ assistant }: { readonly assistant: ExportAssistant }) {
  const { app } = useDesk()
  const { seen } = useSession()
  const { selection: { articles } } = useCell(assistant.order)
  const open = app.layout.get().columns.map(({ article }) => article).filter((id) => seen.article.has(id))
  const offers = { all: null, ticked: assistant.ticked, open: open.length > 0 ? open : null }
  const value = articles === null ? 'all' : articles === assistant.ticked ? 'ticked' : 'open'
  const choices = [
    { value: 'all', label: `All ${counted(seen.article.size, 'article')}` },
    ...(offers.ticked ? [{ value: 'ticked', label: `The ${counted(offers.ticked.length, 'selected article')}` }] as const : []),
    ...(offers.open ? [{ value: 'open', label: `The ${counted(offers.open.length, 'article')} being read` }] as const : []),
  ] as const
  return (
    <div className={styles['part']} data-set={articles !== null || undefined}>
      <span>Articles</span>
      <Select label="Articles" value={value} choices={choices} onChoose={(next) => { assistant.select({ articles: offers[next] }) }} />
    </div>
  )
}

function Day({ assistant, end }: { readonly assistant: ExportAssistant; readonly end: 'from' | 'to' }) {
  const { app } = useDesk()
  const { selection } = useCell(assistant.order)
  return (
    <TextBox
      aria-label={end === 'from' ? 'From this date on' : 'Up to this date'} placeholder={end === 'from' ? 'first' : 'last'} value={selection[end]}
      onCommit={(typed) => {
        const date = typedDate(typed)
        if (date === null) {
          app.notice.set(noDate(typed))
          return false
        }
        assistant.select({ [end]: date })
        return true
      }}
    />
  )
}
