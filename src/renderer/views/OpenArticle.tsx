import type { Article } from '../../domain/project/article'
import { openArticle } from '../store/layout'
import { useDesk } from './desk'
import styles from './OpenArticle.module.css'

/** An article's headline, which opens it in a column. */
export function OpenArticle({ article }: { readonly article: Article }) {
  const { app } = useDesk()
  const title = article.headline || article.source.file
  return (
    <button type="button" className={styles['open']} title={`Read ${title}`} onClick={() => { app.layout.update((layout) => openArticle(layout, article.id, article.event)) }}>
      <bdi>{title}</bdi>
    </button>
  )
}
