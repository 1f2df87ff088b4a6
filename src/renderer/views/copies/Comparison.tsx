import { useEffect, useMemo, useState } from 'react'
import { differences, type Difference, type Piece, type Version } from '../../../domain/align/differences'
import type { Article } from '../../../domain/project/article'
import { counted } from '../codebook/words'
import { useSession } from '../desk'
import styles from './CopiesView.module.css'
import { shownText } from '../../store/outletLabel'

/** More differences than this nobody reads in two columns. */
const MOST = 400

/** What two versions have that the other one has not: beside each other, with the words that differ marked. */
export function Comparison({ left, right }: { readonly left: Article; readonly right: Article }) {
  const texts = useTexts(left.id, right.id)
  const rows = useMemo(() => (texts && 'a' in texts ? differences(version(left, texts.a), version(right, texts.b)) : []), [left, right, texts])
  if (texts === null) return <p className={styles['note']} role="status">Comparing …</p>
  if ('problem' in texts) return <p className={styles['note']} role="alert">{texts.problem}</p>
  const differing = rows.filter(({ kind }) => kind !== 'same').length
  return (
    <>
      {differing === 0 && <p className={styles['note']}>Word for word the same{left.passages.length + right.passages.length > 0 && ', but for what is excluded'}.</p>}
      <div className={styles['rows']} role="table" aria-label="Differing passages">
        {rows.slice(0, MOST).map((row, i) => <Row key={i} row={row} />) /* oxlint-disable-line react/no-array-index-key -- their place is what they are */}
      </div>
      {rows.length > MOST && <p className={styles['note']}>and more: the rest is not shown</p>}
    </>
  )
}

function Row({ row }: { readonly row: Difference }) {
  if (row.kind === 'same') return <div role="row" className={styles['same']}><span role="cell">{counted(row.sentences, 'sentence')} in common</span></div>
  const [a, b] = row.kind === 'changed' ? [row.a, row.b] : row.kind === 'only-a' ? [[{ text: row.sentence, changed: false }], []] : [[], [{ text: row.sentence, changed: false }]]
  return (
    <div role="row" className={styles['pair']} data-kind={row.kind}>
      <Side pieces={a} />
      <Side pieces={b} />
    </div>
  )
}

function Side({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <p role="cell" dir="auto" data-empty={pieces.length === 0 ? '' : undefined}>
      {pieces.map(({ text, changed }, i) => (changed ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>)) /* oxlint-disable-line react/no-array-index-key -- as above */}
    </p>
  )
}

const version = ({ passages, language }: Article, text: string): Version => ({ text, language, excluded: passages.filter(({ state }) => state === 'excluded') })

/** Both texts once they are here; why not, when one can't be read. */
function useTexts(a: string, b: string): { readonly a: string; readonly b: string } | { readonly problem: string } | null {
  const session = useSession()
  const { mask } = session.masked
  const [state, setState] = useState<{ readonly of: string; readonly texts: { readonly a: string; readonly b: string } | { readonly problem: string } } | null>(null)
  const of = `${a} ${b}`
  useEffect(() => {
    let current = true
    Promise.all([session.text(a), session.text(b)]).then(
      ([x, y]) => { if (current) setState({ of, texts: { a: shownText(session, a, x), b: shownText(session, b, y) } }) },
      (error: unknown) => { if (current) setState({ of, texts: { problem: error instanceof Error ? error.message : String(error) } }) },
    )
    return () => { current = false }
  }, [session, a, b, of, mask])
  return state?.of === of ? state.texts : null
}
