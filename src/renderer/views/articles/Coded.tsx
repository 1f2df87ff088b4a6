import { ProgressDot, progressWords } from '../../controls/ProgressDot'
import { useCell } from '../../store/watch'
import { useSession } from '../desk'
import styles from './ArticlesView.module.css'

/** More coders than this are summed up. */
const MOST = 5

/** How far each coder is with an article, the one at work first. */
export function Coded({ article }: { readonly article: string }) {
  const session = useSession()
  useCell(session.revision)
  const self = session.opened.coder.id
  const coders = [...session.records.coder.values()].sort((a, b) => Number(b.id === self) - Number(a.id === self) || a.name.localeCompare(b.name))
  const found = coders.map(({ id, name }) => ({ id, name, progress: session.progressWith(article, 'article', id) }))
  const said = found.map(({ name, progress }) => `${name}: ${progressWords[progress].toLowerCase()}`).join(', ')
  const finished = found.filter(({ progress }) => progress === 'coded' || progress === 'none').length
  return (
    <span role="cell" className={`${styles['plain']} ${styles['coded']}`} title={said} aria-label={said}>
      {found.slice(0, MOST).map(({ id, progress }) => <ProgressDot key={id} progress={progress} />)}
      {coders.length > 1 && <small>{finished}/{coders.length}</small>}
    </span>
  )
}
