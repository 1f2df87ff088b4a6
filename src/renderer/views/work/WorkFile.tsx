import type { FoundWorkFile } from '../../../preload/contract'
import type { WorkAssistant } from '../../store/work/assistant'
import { isUndecided } from '../../store/work/state'
import { sentence } from '../sentence'
import { CoderTable } from './CoderTable'
import { Positions } from './Positions'
import styles from './WorkView.module.css'

interface Props {
  readonly assistant: WorkAssistant
  readonly file: FoundWorkFile
}

/** One file: what is in it, how its positions are understood, who coded, and what stays behind. */
export function WorkFile({ assistant, file }: Props) {
  return (
    // What is longer than the window is scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['file']} aria-label={file.file} tabIndex={0}>
      <h2><bdi>{file.name || file.file}</bdi></h2>
      <p className={styles['about']}>{file.format}{file.program !== '' && <>, written by <bdi>{file.program}</bdi></>}</p>
      <div className={styles['columns']}>
        <div>
          <Contents file={file} />
          {file.readings.length > 0 && <Positions assistant={assistant} file={file} />}
          <Examples file={file} />
        </div>
        <div>
          <CoderTable assistant={assistant} file={file} />
          <Losses losses={file.losses} />
        </div>
      </div>
    </section>
  )
}

/** What is in it, and how much of that is here already or has to stay behind. */
function Contents({ file }: { readonly file: FoundWorkFile }) {
  const { documents, codes, knownCodes, codings, placed, fresh } = file
  const open = isUndecided(file)
  const rows = [
    { what: 'Articles', all: documents.total, here: documents.known, fresh: fresh.articles, left: documents.missing },
    { what: 'Codes', all: codes, here: knownCodes, fresh: fresh.codes, left: 0 },
    { what: 'Codings', all: codings, here: open ? null : Math.max(0, placed - fresh.annotations), fresh: open ? null : fresh.annotations, left: open ? null : codings - placed },
  ]
  const figure = (n: number | null): string => (n === null ? '?' : n.toLocaleString('en'))
  return (
    <table className={styles['contents']}>
      <caption>What is in it</caption>
      <thead><tr><th scope="col"><span className={styles['unseen']}>What</span></th><th scope="col">In the file</th><th scope="col">Here already</th><th scope="col">New</th><th scope="col">Stays behind</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td>{figure(row.all)}</td><td>{figure(row.here)}</td><td><b>{figure(row.fresh)}</b></td><td data-loss={(row.left ?? 0) > 0 || undefined}>{figure(row.left)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Some passages, to see with one's own eyes that they are the right ones. */
function Examples({ file }: { readonly file: FoundWorkFile }) {
  const { examples } = file
  if (examples.length === 0) return null
  return (
    <section aria-labelledby="work-examples">
      <h3 id="work-examples">{isUndecided(file) ? 'Passages as the first of these ways has them' : 'Passages as they would be coded'}</h3>
      <ul className={styles['examples']}>
        {examples.map((one, i) => (
          <li key={i}>
            <p className={styles['passage']}><bdi>{one.before !== '' && `…${one.before}`}<mark>{one.passage}</mark>{one.after !== '' && `${one.after}…`}</bdi></p>
            <p className={styles['source']}><b><bdi>{one.code}</bdi></b> · <bdi>{one.document}</bdi></p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Losses({ losses }: { readonly losses: readonly string[] }) {
  return (
    <section aria-labelledby="work-losses">
      <h3 id="work-losses">What is not carried over</h3>
      {losses.length === 0 ? <p className={styles['fine']}>Everything that can be read in this file comes along.</p> : <ul className={styles['losses']}>{losses.map((one) => <li key={one}><bdi>{sentence(one)}</bdi></li>)}</ul>}
    </section>
  )
}
