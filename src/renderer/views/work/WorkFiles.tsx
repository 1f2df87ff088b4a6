import type { FoundWorkFile } from '../../../preload/contract'
import type { WorkAssistant } from '../../store/work/assistant'
import { bringsNothing, isUndecided } from '../../store/work/state'
import { useCell } from '../../store/watch'
import styles from './WorkView.module.css'
import { counted } from './words'

/** In the place of a file's key: those that were refused. */
export const REFUSED = 'refused'

/** The files that hold coding, with what is to become of each. */
export function WorkFiles({ assistant, hand }: { readonly assistant: WorkAssistant; readonly hand: string }) {
  const { found, refused, left } = useCell(assistant.state)
  const show = (key: string): void => { assistant.hand.set(key) }
  return (
    <nav className={styles['files']} aria-label="Files">
      <ul>
        {found.map((one) => (
          <li key={one.key} data-hand={one.key === hand || undefined}>
            <input type="checkbox" aria-label={`Import ${one.file}`} checked={!left.has(one.key)} onChange={(event) => { assistant.takeFile(one.key, event.target.checked) }} />
            <button type="button" aria-current={one.key === hand ? 'true' : undefined} onClick={() => { show(one.key) }}>
              <bdi>{one.file}</bdi>
              <span data-asks={isUndecided(one) || undefined}>{inShort(one)}</span>
            </button>
          </li>
        ))}
        {refused.length > 0 && (
          <li data-hand={hand === REFUSED || undefined}>
            <button type="button" aria-current={hand === REFUSED ? 'true' : undefined} onClick={() => { show(REFUSED) }}>
              <bdi>Refused</bdi>
              <span>{counted(refused.length, 'file')}</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  )
}

function inShort(file: FoundWorkFile): string {
  if (isUndecided(file)) return 'asks how positions are counted'
  if (bringsNothing(file)) return 'brings nothing new'
  const { annotations, codes, articles } = file.fresh
  return annotations > 0 ? counted(annotations, 'new coding') : codes > 0 ? counted(codes, 'new code') : counted(articles, 'new article')
}
