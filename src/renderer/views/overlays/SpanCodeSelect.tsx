import { rolesOf, type CodeEntry } from '../../../domain/project/codes'
import { THE } from '../../../domain/project/records'
import type { Session } from '../../store/session'
import { useSession } from '../desk'

/** The codes that can be given to many passages at once: those of spans and paragraphs, of which no role has to be filled. */
export const spanCodes = (session: Session): readonly CodeEntry[] =>
  [...session.codes().values()].filter((entry) => (entry.dimension.unit === 'span' || entry.dimension.unit === 'paragraph') && rolesOf(entry).length === 0)

interface Props {
  readonly code: string
  readonly onChoose: (code: string) => void
  /** Enter was pressed. Where it is given the keyboard begins here: one types a code's name and goes on. */
  readonly onConfirm?: () => void
}

/** One of them, by dimension. */
export function SpanCodeSelect({ code, onChoose, onConfirm }: Props) {
  const session = useSession()
  const entries = spanCodes(session)
  return (
    <label>Code <select value={code} autoFocus={onConfirm !== undefined} onChange={(event) => { onChoose(event.target.value) }} onKeyDown={(press) => { if (press.key === 'Enter' && onConfirm) onConfirm() }}>
      {code === '' && <option value="">Choose a code …</option>}
      {session.records.codebook.get(THE)?.dimensions.map((dimension) => (
        <optgroup key={dimension.id} label={dimension.name}>
          {entries.filter((entry) => entry.dimension.id === dimension.id).map((entry) => <option key={entry.code.id} value={entry.code.id}>{'\u2007'.repeat(entry.depth * 2)}{entry.code.name}</option>)}
        </optgroup>
      ))}
    </select></label>
  )
}
