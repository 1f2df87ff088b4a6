import styles from './Keys.module.css'

/** Keys as they stand on the keyboard, e.g. `Ctrl` `Z`. */
export function Keys({ parts }: { readonly parts: readonly string[] }) {
  return <span className={styles['keys']}>{parts.map((part, i) => <kbd key={`${part}${i}`}>{part}</kbd>)}</span>
}
