import { allCommands, perform } from '../../commands/list'
import { Button } from '../../controls/Button'
import { useDesk } from '../desk'
import styles from './CodebookView.module.css'

/** What to do with a codebook that holds nothing yet. */
export function EmptyCodebook({ onAdd, writable }: { readonly onAdd: () => void; readonly writable: boolean }) {
  const desk = useDesk()
  const run = (id: string): void => {
    const command = allCommands(desk).find((one) => one.id === id)
    if (command) perform(desk, command)
  }
  return (
    <div className={styles['empty']}>
      <h2>Nothing to code with yet</h2>
      <p>A codebook has dimensions, such as framing or sourcing, and each has its codes. Begin with what you want to find out, or with a scheme of the field.</p>
      <div className={styles['ways']}>
        <Button kind="main" disabled={!writable} onClick={onAdd}>Add a dimension</Button>
        <Button disabled={!writable} onClick={() => { run('codebook.prepared') }}>Add a prepared codebook …</Button>
        <Button disabled={!writable} onClick={() => { run('codebook.import') }}>Import a codebook …</Button>
      </div>
    </div>
  )
}
