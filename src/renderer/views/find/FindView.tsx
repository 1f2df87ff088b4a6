import { useDesk } from '../desk'
import { Concordance } from './Concordance'
import { FindBar } from './FindBar'
import { FindFilterBar } from './FindFilterBar'
import { FindStatus } from './FindStatus'
import styles from './FindView.module.css'
import { number } from './number'
import { OutletCounts } from './OutletCounts'
import { useFind, type Found } from './useFind'

/** Looks through all articles as one types, and shows every hit in its context. */
export function FindView() {
  const found = useFind()
  return (
    <main className={styles['view']}>
      <FindBar problem={found.problem} />
      <FindFilterBar left={found.articles} />
      {found.found.hits > 0 && <FindStatus found={found} />}
      {found.found.hits > 0 ? <div className={styles['body']}><Concordance found={found} /><OutletCounts outlets={found.found.outlets} /></div> : <NoHits found={found} />}
    </main>
  )
}

function NoHits({ found: { state, problem, done, total, articles, found } }: { readonly found: Found }) {
  const { wanted } = useDesk().finds.get()
  return (
    <div className={styles['empty']} role="status">
      {problem !== null ? <><h2>{wanted.as === 'regex' ? 'No search' : 'The search failed'}</h2><p>{problem}</p></>
        : wanted.typed.trim() === '' ? <><h2>Find in all articles</h2><p>Type words, all of which have to occur in an article, or a “phrase” in quotation marks. Accents, capitals and letters that only look Latin make no difference, unless you ask for that.</p></>
          : state === 'searching' ? <><h2>Searching</h2><p>{total > 0 ? `${number(done)} of ${number(total)} articles looked through.` : 'The texts are being read.'}</p></>
            : <><h2>Nothing found</h2><p>{articles?.length === 0 ? 'The filters leave no article.' : 'Try fewer words, or without “Whole words” or “Match case”.'}{unreadable(found.unread)}</p></>}
    </div>
  )
}

const unreadable = (texts: number): string => (texts === 0 ? '' : ` ${number(texts)} ${texts === 1 ? 'text' : 'texts'} can’t be read.`)
