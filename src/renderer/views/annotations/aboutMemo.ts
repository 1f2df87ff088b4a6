import type { Memo } from '../../../domain/query/memos'
import { THE } from '../../../domain/project/records'
import { quoteOf } from '../../../domain/text/anchor'
import type { Session } from '../../store/session'

/** What a memo is about, in a line. */
export function aboutMemo(session: Session, { kind, id }: Pick<Memo, 'kind' | 'id'>): string {
  const { seen: records } = session
  const article = (one: string): string => {
    const found = records.article.get(one)
    return found ? [found.outlet, found.headline || found.source.file].filter(Boolean).join(': ') : (records.event.get(one)?.name ?? '')
  }
  switch (kind) {
    case 'project': return records.project.get(THE)?.name ?? ''
    case 'code': return session.codes().get(id)?.path.join(' > ') ?? ''
    case 'event': return records.event.get(id)?.name ?? ''
    case 'article': return article(id)
    case 'entity': return records.entity.get(id)?.name ?? ''
    case 'annotation': {
      const one = records.annotation.get(id)
      return one ? [session.codes().get(one.code)?.code.name ?? 'unknown code', quoteOf(one.spans), article(one.subject)].filter(Boolean).join(' · ') : ''
    }
  }
}
