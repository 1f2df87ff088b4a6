import { Copy } from 'lucide-react'
import type { Article } from '../../domain/project/article'
import { decidedCopies, type DecidedCopies } from '../../domain/project/copies'
import type { Session } from '../store/session'
import { useSession } from './desk'

const known = new WeakMap<Session, { readonly catalogue: number; readonly groups: ReadonlyMap<string, DecidedCopies> }>()

/** All decisions, worked out anew only when articles changed: many rows ask at once. */
function groupsOf(session: Session): ReadonlyMap<string, DecidedCopies> {
  const catalogue = session.catalogue.get()
  const last = known.get(session)
  if (last?.catalogue === catalogue) return last.groups
  const groups = decidedCopies(session.seen)
  known.set(session, { catalogue, groups })
  return groups
}

/** A quiet sign for an article that is linked with its copies, which it names. */
export function CopySign({ article }: { readonly article: Article }) {
  const session = useSession()
  if (article.copies?.decision !== 'linked') return null
  const others = groupsOf(session).get(article.copies.group)?.articles.filter(({ id }) => id !== article.id) ?? []
  if (others.length === 0) return null
  const names = others.slice(0, 8).map((one) => one.outlet || one.headline || one.source.file)
  const label = `Copy of ${names.join(', ')}${others.length > names.length ? ` and ${others.length - names.length} more` : ''}`
  return <span role="img" aria-label={label} title={label}><Copy size={11} aria-hidden="true" /></span>
}
