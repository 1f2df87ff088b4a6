import styles from './AnnotationsView.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly onType: (typed: string) => void
}

/** Narrows a list as one types; Escape empties it, Down goes into the list. */
export function SearchBox({ label, value, placeholder, onType }: Props) {
  return (
    <input
      className={styles['search']} aria-label={label} placeholder={placeholder} value={value} onChange={(event) => { onType(event.target.value) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') onType('')
        else if (event.key === 'ArrowDown') event.currentTarget.closest('main')?.querySelector<HTMLElement>('[role=grid]')?.focus()
        else return
        event.preventDefault()
      }}
    />
  )
}
