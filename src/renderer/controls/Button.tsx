import type { ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
}

export function Button({ kind = 'plain', className = '', ...rest }: Props) {
  return <button type="button" className={`${styles['button']} ${styles[kind]} ${className}`} {...rest} />
}
