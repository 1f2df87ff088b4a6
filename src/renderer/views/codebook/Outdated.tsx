import { reviewOutdated } from '../../commands/reviewing'
import type { CodeEntry } from '../../../domain/project/codes'
import { useDesk, useSession } from '../desk'
import styles from './Form.module.css'
import { outdatedOf } from './beforeChange'
import { counted } from './words'

/** When a code's rules last changed, what was coded before that, and the way to review one's own of it. */
export function Outdated({ entry }: { readonly entry: CodeEntry }) {
  const desk = useDesk()
  const { all, own } = outdatedOf(useSession(), entry)
  const { code } = entry
  return (
    <>
      rules last changed in version {code.revised}{all > 0 && `; ${counted(all, 'annotation')} ${all === 1 ? 'was' : 'were'} made before that${own === all ? '' : `, ${own === 0 ? 'none' : own} of them yours`}`}
      {own > 0 && <> <button type="button" className={styles['text']} title={`Go through your annotations with “${code.name}” from before`} onClick={() => { reviewOutdated(desk, code.id) }}>Review these</button></>}
    </>
  )
}
