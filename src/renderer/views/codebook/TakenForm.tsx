import { Swatch } from '../../controls/Swatch'
import { useDesk, useSession } from '../desk'
import { Acts } from './Acts'
import styles from './Form.module.css'

/** Several codes taken together. */
export function TakenForm({ codes }: { readonly codes: readonly string[] }) {
  const desk = useDesk()
  const session = useSession()
  const entries = codes.flatMap((id) => session.codes().get(id) ?? [])
  return (
    <div className={styles['form']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{entries.length} codes</h2>
        <Acts ids={['codebook.merge']} />
      </header>
      <ul className={styles['taken']}>
        {entries.map(({ code, dimension, path }) => <li key={code.id}><Swatch colour={code.colour} mark={dimension.mark} /><bdi>{code.name}</bdi><span><bdi>{path.slice(0, -1).join(' › ')}</bdi></span></li>)}
      </ul>
      <p className={styles['hint']}>Ctrl with a click or Space takes a code in or out, Shift everything in between. <button type="button" className={styles['text']} onClick={() => { desk.app.codebook.update((state) => ({ ...state, taken: new Set() })) }}>Take only one</button></p>
    </div>
  )
}
