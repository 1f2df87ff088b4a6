import { Button } from '../../controls/Button'
import styles from './CodebookView.module.css'

/** What to do with a codebook that holds nothing yet. */
export function EmptyCodebook({ onAdd, writable }: { readonly onAdd: () => void; readonly writable: boolean }) {
  return (
    <div className={styles['empty']}>
      <h2>Nothing to code with yet</h2>
      <p>A codebook has dimensions, such as framing or sourcing, and each has its codes. Begin with what you want to find out.</p>
      <Button kind="main" disabled={!writable} onClick={onAdd}>Add a dimension</Button>
    </div>
  )
}
