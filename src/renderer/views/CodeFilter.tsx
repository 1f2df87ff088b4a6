import type { Dimension } from '../../domain/project/codebook'
import { THE } from '../../domain/project/records'
import { useSession } from './desk'

/** A dimension with all its codes, or a code with those below it. */
export interface Within {
  readonly kind: 'dimension' | 'code'
  readonly id: string
}

interface Props {
  readonly within: Within | null
  /** What is said where none is asked for. */
  readonly any: string
  /** Dimensions that are offered; all unless it is given. */
  readonly units?: readonly Dimension['unit'][]
  readonly onChoose: (within: Within | null) => void
}

/** Narrows a list to what has a code, or one of a dimension or below it. */
export function CodeFilter({ within, any, units, onChoose }: Props) {
  const session = useSession()
  const dimensions = (session.records.codebook.get(THE)?.dimensions ?? []).filter(({ unit }) => units === undefined || units.includes(unit))
  const choose = (chosen: string): void => {
    const [kind, id = ''] = chosen.split(' ')
    onChoose(chosen === '' ? null : { kind: kind === 'code' ? 'code' : 'dimension', id })
  }
  return (
    <select aria-label="Code" value={within ? `${within.kind} ${within.id}` : ''} data-set={within !== null} onChange={(event) => { choose(event.target.value) }}>
      <option value="">{any}</option>
      {dimensions.map((dimension) => (
        <optgroup key={dimension.id} label={dimension.name}>
          <option value={`dimension ${dimension.id}`}>Any of {dimension.name}</option>
          {[...session.codes().values()].filter((entry) => entry.dimension === dimension).map(({ code, depth }) => <option key={code.id} value={`code ${code.id}`}>{'\u2007'.repeat(depth * 2)}{code.name}</option>)}
        </optgroup>
      ))}
    </select>
  )
}
