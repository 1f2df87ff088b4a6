import { rolesOf, type CodeEntry } from '../../../domain/project/codes'
import { THE } from '../../../domain/project/records'
import type { Session } from '../../store/session'
import { useSession } from '../desk'

/** The codes that can be given to many passages at once: those of spans and paragraphs, of which no role has to be filled. */
export const spanCodes = (session: Session): readonly CodeEntry[] =>
  [...session.codes().values()].filter((entry) => (entry.dimension.unit === 'span' || entry.dimension.unit === 'paragraph') && rolesOf(entry).length === 0)

/** One of them, by dimension. */
export function SpanCodeSelect({ code, onChoose }: { readonly code: string; readonly onChoose: (code: string) => void }) {
  const session = useSession()
  const entries = spanCodes(session)
  return (
    <label>Code <select value={code} onChange={(event) => { onChoose(event.target.value) }}>
      {session.records.codebook.get(THE)?.dimensions.map((dimension) => (
        <optgroup key={dimension.id} label={dimension.name}>
          {entries.filter((entry) => entry.dimension.id === dimension.id).map((entry) => <option key={entry.code.id} value={entry.code.id}>{'\u2007'.repeat(entry.depth * 2)}{entry.code.name}</option>)}
        </optgroup>
      ))}
    </select></label>
  )
}
