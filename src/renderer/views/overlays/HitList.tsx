import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { confirms } from '../../controls/confirms'
import type { Line } from '../../../domain/query/concordance'
import { useSession } from '../desk'
import styles from './EqualPassages.module.css'

export const hitKey = ({ article, start }: Line): string => `${article} ${start}`

interface Props {
  readonly hits: readonly Line[]
  /** Keys of those that are not wanted. */
  readonly refused: ReadonlySet<string>
  readonly onRefuse: (refused: ReadonlySet<string>) => void
  readonly onConfirm: () => void
}

/** Hits with the words around them; each is accepted until it is refused. Arrow keys move, Space refuses and accepts, Enter confirms. */
export function HitList({ hits, refused, onRefuse, onConfirm }: Props) {
  const session = useSession()
  const { seen } = session
  const rows = hits.map((hit) => ({ ...hit, id: hitKey(hit) }))
  return (
    <div className={styles['frame']} onKeyDownCapture={(event) => { if (confirms(event)) { event.preventDefault(); event.stopPropagation(); onConfirm() } }}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 46 }}>
        <ListBox
          aria-label="Passages found: Space accepts or refuses" items={rows} selectionMode="multiple" selectionBehavior="toggle" className={styles['list'] ?? ''}
          selectedKeys={rows.filter(({ id }) => !refused.has(id)).map(({ id }) => id)}
          onSelectionChange={(keys) => { onRefuse(keys === 'all' ? new Set() : new Set(rows.map(({ id }) => id).filter((id) => !keys.has(id)))) }}
          renderEmptyState={() => <p className={styles['empty']}>Nothing is left to code: the words do not occur here, or every place is coded already.</p>}
        >
          {(hit) => {
            const article = seen.article.get(hit.article)
            return (
              <ListBoxItem className={styles['hit'] ?? ''} textValue={`${hit.before}${hit.quote}${hit.after}`}>
                <span className={styles['box']} aria-hidden="true" />
                <span className={styles['line']}><bdi>{hit.before}<mark>{hit.quote}</mark>{hit.after}</bdi></span>
                <small><bdi>{[article?.outlet || article?.headline || article?.source.file, article?.date].filter(Boolean).join(', ')}</bdi>{session.progressWith(hit.article, 'article') === 'none' && ' · marked as coded: none'}</small>
              </ListBoxItem>
            )
          }}
        </ListBox>
      </Virtualizer>
    </div>
  )
}
