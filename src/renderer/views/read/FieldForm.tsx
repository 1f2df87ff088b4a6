import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { ChoiceField } from '../../controls/ChoiceField'
import { confirms } from '../../controls/confirms'
import { FieldControl } from '../../controls/FieldControl'
import { describe, type Description } from '../../../domain/changes/commands/describe'
import type { Annotation } from '../../../domain/project/annotation'
import { missingFields, partsOf, shownFields, valueOf, type CodeEntry } from '../../../domain/project/codes'
import type { Field } from '../../../domain/project/field'
import { LONGEST_MEMO } from '../../../domain/project/limits'
import { useSession } from '../desk'
import { EntitiesField } from './EntitiesField'
import { EntityField } from './EntityField'
import { focusAfter, useFieldFocus } from './fieldFocus'
import styles from './FieldForm.module.css'
import type { FieldProps } from './fieldProps'
import { LinkField } from './LinkField'
import { RoleField } from './RoleField'
import { useOffered } from './useOffered'

interface Props {
  readonly annotation: Annotation
  readonly entry: CodeEntry | undefined
  /** Whether it may only be read: somebody else's, or a project that can't be written. */
  readonly disabled: boolean
  /** Note and certainty may be folded away where many forms stand together. */
  readonly remarks: 'open' | 'folded'
  /** Called at Escape, and at Enter after the last field. */
  readonly onLeave: () => void
}

/** Kinds of field that show their hint while they are empty. */
const saysHint: ReadonlySet<Field['kind']> = new Set(['text', 'number', 'entity', 'entities', 'link'])

const certainties = ['low', 'medium', 'high'].map((value) => ({ value, label: value }))

/** The form of an annotation: the fields its code asks for now, note and certainty; all of it by keyboard alone. */
export function FieldForm({ annotation, entry, disabled, remarks, onLeave }: Props) {
  const session = useSession()
  const form = useRef<HTMLDivElement>(null)
  const missing = entry && !disabled ? missingFields(annotation, entry) : []
  const say = (said: Omit<Description, 'annotation'>, joins: string | null = null): void => {
    session.perform(describe(session.records, { annotation: annotation.id, ...said }, session.circumstances()), joins)
  }
  const offered = useOffered(annotation, !disabled && entry?.fields.some((field) => field.kind === 'entity' || field.kind === 'entities') === true)
  const goOn = useGoingOn(form, onLeave)
  const said = { annotation, disabled, onSay: say, onLeave }
  useFieldFocus(form, annotation.id, onLeave)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of the controls in it
    <div
      className={styles['form']} ref={form} data-own-keys
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      {entry && shownFields(annotation, entry).map((field) => (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of the control in it
        <div
          key={field.id} className={styles['field']} data-field={field.id} onKeyDownCapture={(event) => { if (movesOn(event)) goOn(field.id, true) }}
          data-missing={missing.includes(field) ? '' : undefined} data-settled={field.kind === 'role' && partsOf(annotation, field).length > 0 ? '' : undefined}
        >
          <span className={styles['name']} title={[field.required && 'required', field.hint].filter(Boolean).join(': ') || undefined}><bdi>{field.name}</bdi>{field.required && ' *'}</span>
          <div className={styles['control']}>
            <Control
              annotation={annotation} field={field} offered={offered} missing={missing.includes(field)} disabled={disabled} onDone={(leave) => { goOn(field.id, leave) }}
              onSay={(said) => { say(said, field.kind === 'text' ? `${field.id} of ${annotation.id}` : null) }}
            />
            {field.hint !== '' && !saysHint.has(field.kind) && <p className={styles['hint']}><bdi>{field.hint}</bdi></p>}
          </div>
        </div>
      ))}
      {remarks === 'open' ? <Remarks {...said} /> : (
        <details className={styles['remarks']} open={annotation.note !== '' || annotation.certainty !== null}>
          <summary>Note and certainty</summary>
          <Remarks {...said} />
        </details>
      )}
    </div>
  )
}

interface Remarked {
  readonly annotation: Annotation
  readonly disabled: boolean
  readonly onSay: (said: Omit<Description, 'annotation'>, joins: string | null) => void
  readonly onLeave: () => void
}

/** What can be said about any annotation, whatever its code asks for. */
function Remarks({ annotation: { id, note: text, certainty }, disabled, onSay, onLeave }: Remarked) {
  const note = useId()
  return (
    <>
      <div className={styles['field']} data-field=" note" data-aside>
        <label className={styles['name']} htmlFor={note}>Note</label>
        <textarea id={note} className={styles['note']} rows={2} maxLength={LONGEST_MEMO} value={text} disabled={disabled} onChange={(event) => { onSay({ note: event.target.value }, `note ${id}`) }} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only hears the keys of the control in it */}
      <div className={styles['field']} data-field=" certainty" data-aside onKeyDownCapture={(event) => { if (movesOn(event)) onLeave() }}>
        <span className={styles['name']}>Certainty</span>
        <ChoiceField
          label="Certainty" scale={false} choices={certainties} value={certainty ?? undefined} missing={false} disabled={disabled}
          onChange={(chosen) => { onSay({ certainty: chosen as Annotation['certainty'] }, null) }}
        />
      </div>
    </>
  )
}

function Control(props: FieldProps) {
  const { annotation, field, missing, disabled, onSay, onDone } = props
  switch (field.kind) {
    case 'entity': return <EntityField {...props} />
    case 'entities': return <EntitiesField {...props} />
    case 'role': return <RoleField {...props} />
    case 'link': return <LinkField {...props} />
    default:
      return <FieldControl field={field} value={valueOf(annotation, field)} missing={missing} disabled={disabled} onChange={(value) => { onSay({ values: { [field.id]: value } }) }} onDone={() => { onDone(field.kind === 'number') }} />
  }
}

/** Enter goes on from a field, also from a chip that Enter would press; buttons, notes and fields that know better keep it. */
function movesOn(event: KeyboardEvent): boolean {
  const at = event.target
  const goes = confirms(event) && !event.ctrlKey && !event.metaKey && !event.altKey && at instanceof Element && at.matches('input:not([data-enter=own]), button[aria-pressed]')
  if (goes) {
    event.preventDefault()
    event.stopPropagation()
  }
  return goes
}

/** Going to the next field once what was entered is drawn, as it may have brought up further fields. */
function useGoingOn(form: React.RefObject<HTMLDivElement | null>, onLeave: () => void): (field: string, leave: boolean) => void {
  const [from, setFrom] = useState<{ readonly field: string; readonly leave: boolean } | null>(null)
  const latest = useRef(onLeave)
  useEffect(() => { latest.current = onLeave })
  useEffect(() => {
    if (from && form.current && !focusAfter(form.current, from.field) && from.leave) latest.current()
  }, [from, form])
  return (field, leave) => { setFrom({ field, leave }) }
}
