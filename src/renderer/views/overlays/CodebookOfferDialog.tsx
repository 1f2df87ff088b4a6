import { useState } from 'react'
import type { Code, Dimension } from '../../../domain/project/codebook'
import type { CodebookOffer } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { Swatch } from '../../controls/Swatch'
import { useDesk } from '../desk'
import styles from './CodebookOffer.module.css'

// More codes than one looks through are counted.
const MOST_CODES = 24

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
const all = (codes: readonly Code[]): number => codes.reduce((sum, code) => sum + 1 + all(code.codes), 0)

/** What a codebook would bring in, to be looked at, and in part left out, before anything happens. */
export function CodebookOfferDialog({ offer: { file, codebook, report } }: { readonly offer: CodebookOffer }) {
  const { app, overlay } = useDesk()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = codebook.dimensions.filter(({ id }) => !left.has(id))
  const close = (): void => { overlay.set(null) }
  const add = (): void => {
    close()
    app.codebooks.add(chosen)
  }
  const toggle = (id: string): void => { setLeft((so) => new Set(so.has(id) ? [...so].filter((one) => one !== id) : [...so, id])) }
  return (
    <Dialog
      title="Add to the codebook" width="wide" onClose={close}
      actions={<><Button onClick={close}>Cancel</Button><Button kind="main" autoFocus disabled={chosen.length === 0} onClick={add}>{chosen.length === 0 ? 'Add' : `Add ${counted(chosen.length, 'dimension')}`}</Button></>}
    >
      <p><bdi className={styles['name']}>{file}</bdi> {codebook.dimensions.length === 0 ? 'holds no dimensions, so there is nothing to add.' : `brings ${counted(codebook.dimensions.length, 'dimension')} with ${counted(all(codebook.dimensions.flatMap(({ codes }) => codes)), 'code')}. What you have stays as it is; a key that one of your codes has is not taken over.`}</p>
      {report.length > 0 && (
        <section className={styles['report']} aria-label="Not quite as in the file">
          <h3>Not quite as in the file</h3>
          <ul>{report.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>
        </section>
      )}
      <ul className={styles['dimensions']}>
        {codebook.dimensions.map((dimension) => <li key={dimension.id}><Offered dimension={dimension} chosen={!left.has(dimension.id)} onToggle={() => { toggle(dimension.id) }} /></li>)}
      </ul>
    </Dialog>
  )
}

const unitNames = { span: 'passages', paragraph: 'paragraphs', article: 'articles', event: 'events' } as const

function Offered({ dimension: { name, definition, unit, mark, codes }, chosen, onToggle }: { readonly dimension: Dimension; readonly chosen: boolean; readonly onToggle: () => void }) {
  const [open, more] = [codes.slice(0, MOST_CODES), codes.length - MOST_CODES]
  return (
    <>
      <label className={styles['dimension']}>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <b><bdi>{name}</bdi></b>
        <span>{counted(all(codes), 'code')} for {unitNames[unit]}</span>
      </label>
      {definition !== '' && <p className={styles['definition']}><bdi>{definition}</bdi></p>}
      <ul className={styles['codes']}>
        {open.map((code) => <li key={code.id}><Swatch colour={code.colour} mark={mark} /><bdi>{code.name}</bdi>{code.codes.length > 0 && <span>+{all(code.codes)}</span>}</li>)}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </>
  )
}
