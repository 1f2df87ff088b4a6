import { useId, useState } from 'react'
import { confirms } from './confirms'
import styles from './NumberField.module.css'
import { TextBox } from './TextBox'

interface Props {
  readonly label: string
  readonly value: number | undefined
  readonly min: number | null
  readonly max: number | null
  readonly required: boolean
  readonly missing: boolean
  readonly disabled: boolean
  readonly placeholder: string
  readonly onChange: (value: number | null) => void
  /** Called at Enter when what stands there is a number that fits, or nothing. */
  readonly onDone: () => void
}

/** A number; what is none, or lies outside its bounds, is not taken and stays to be corrected. */
export function NumberField({ label, value, min, max, required, missing, disabled, placeholder, onChange, onDone }: Props) {
  const [wrong, setWrong] = useState(false)
  const message = useId()
  const read = (text: string): number | null | undefined => {
    const number = numberIn(text)
    return number === null || (number !== undefined && number >= (min ?? -Infinity) && number <= (max ?? Infinity)) ? number : undefined
  }
  return (
    <>
      <TextBox
        aria-label={label} aria-required={required} aria-invalid={missing || wrong} aria-describedby={wrong ? message : undefined} data-enter="own"
        inputMode="decimal" value={value === undefined ? '' : String(value)} missing={missing || wrong} disabled={disabled} placeholder={placeholder}
        onInput={(event) => { if (wrong) setWrong(read(event.currentTarget.value) === undefined) }}
        onKeyDown={(event) => {
          if (confirms(event) && read(event.currentTarget.value) !== undefined) onDone()
          if (event.key === 'Escape') setWrong(false)
        }}
        onCommit={(text) => {
          const number = read(text)
          setWrong(number === undefined)
          if (number === undefined) return false
          onChange(number)
          return true
        }}
      />
      {wrong && <p id={message} role="alert" className={styles['wrong']}>{`Not taken: write ${expected(min, max)}.`}</p>}
    </>
  )
}

/** Null for nothing, undefined for what is no number. A comma could mean thousands as well as decimals, so it is refused. */
function numberIn(text: string): number | null | undefined {
  const plain = text.trim().replace('−', '-')
  if (plain === '') return null
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : undefined
}

function expected(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `a number from ${min} to ${max}`
  if (min !== null) return `a number of at least ${min}`
  return max === null ? 'a number, with a point before decimals' : `a number of at most ${max}`
}
