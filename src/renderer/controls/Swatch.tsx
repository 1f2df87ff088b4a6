import type { CSSProperties } from 'react'
import styles from './Swatch.module.css'

interface Props {
  readonly colour: string
  readonly mark: 'tint' | 'line' | 'polarity'
}

/** A code's colour, drawn with the mark its dimension makes in the text. */
export function Swatch({ colour, mark }: Props) {
  const style = { '--swatch-line': `var(--${colour}-line)`, '--swatch-tint': `var(--${colour}-tint)` } as CSSProperties
  return <span aria-hidden="true" className={`${styles['swatch']} ${styles[mark]}`} style={style} />
}
