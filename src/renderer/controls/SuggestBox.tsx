import { useId, useRef } from 'react'
import { Popover } from 'react-aria-components'
import { Offers } from './Offers'
import styles from './SuggestBox.module.css'
import { useSuggesting, type SuggestionsFor } from './suggesting'
import boxStyles from './TextBox.module.css'

interface Props extends SuggestionsFor {
  readonly label: string
  /** What stands in the field while nothing is being typed. */
  readonly shown: string
  readonly placeholder: string
  readonly required: boolean
  readonly missing: boolean
  readonly disabled: boolean
}

/**
 * A line of text that finds what is meant while one types. Arrow keys mark a suggestion; Enter, Tab or leaving the field
 * takes what is marked, and otherwise the text itself where something new may be named. React Aria's own combo box marks
 * nothing by itself, which would make a new name of every one that is typed in part.
 */
export function SuggestBox({ label, shown, placeholder, required, missing, disabled, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  const { typed, rows, marked, open, close, take, offer, ...handlers } = useSuggesting(rest)
  const option = (i: number): string => `${list}-${i}`
  return (
    <>
      <input
        {...handlers} ref={input} role="combobox" aria-label={label} aria-autocomplete="list" aria-expanded={open} aria-controls={open ? list : undefined}
        aria-activedescendant={open && marked !== -1 ? option(marked) : undefined} aria-required={required} aria-invalid={missing}
        className={`${boxStyles['box']} ${missing ? boxStyles['missing'] : ''}`} data-enter="own" maxLength={1_000} autoComplete="off" spellCheck={false}
        disabled={disabled} placeholder={placeholder} value={typed ?? shown} title={typed ?? shown}
      />
      <Popover isNonModal isOpen={open} onOpenChange={(now) => { if (!now) close() }} triggerRef={input} placement="bottom start" offset={2} className={styles['popover'] ?? ''}>
        {/* The keyboard stays in the field and goes through the list from there. */}
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- see above */}
        <div id={list} role="listbox" aria-label={label} className={styles['list']}>
          {rows.map((row, i) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
            <div
              key={row.id ?? 'new'} id={option(i)} role="option" aria-selected={i === marked} className={styles['option']}
              ref={i === marked ? (element) => { element?.scrollIntoView({ block: 'nearest' }) } : undefined}
              onMouseDown={(event) => { event.preventDefault() }} onClick={() => { take(i) }}
            >
              <bdi>{row.text}</bdi>{row.detail !== undefined && <em><bdi>{row.detail}</bdi></em>}
            </div>
          ))}
        </div>
      </Popover>
      <Offers offers={rest.offers ?? []} onTake={offer} />
    </>
  )
}
