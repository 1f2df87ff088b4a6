import styles from './Told.module.css'

interface Props {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** A small number one more or one less at a time: by its buttons, or by the arrow keys and digits. */
export function Stepper({ label, value, least, most, onChange }: Props) {
  const set = (to: number): void => { onChange(Math.max(least, Math.min(to, most))) }
  return (
    <span
      className={styles['stepper']} role="spinbutton" aria-label={label} aria-valuenow={value} aria-valuemin={least} aria-valuemax={most} tabIndex={0}
      onKeyDown={(event) => {
        const to = { ArrowUp: value + 1, ArrowRight: value + 1, ArrowDown: value - 1, ArrowLeft: value - 1, Home: least, End: most }[event.key] ?? (/^[1-9]$/.test(event.key) ? Number(event.key) : undefined)
        if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        set(to)
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <button type="button" tabIndex={-1} aria-label={`${label}: one less`} disabled={value <= least} onClick={() => { set(value - 1) }}>−</button>
      <b>{value}</b>
      <button type="button" tabIndex={-1} aria-label={`${label}: one more`} disabled={value >= most} onClick={() => { set(value + 1) }}>+</button>
    </span>
  )
}
