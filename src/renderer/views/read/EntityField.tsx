import { SuggestBox } from '../../controls/SuggestBox'
import { valueOf } from '../../../domain/project/codes'
import { useSession } from '../desk'
import { newEntity, suggestEntities } from './entityEntry'
import type { FieldProps } from './fieldProps'

/** One entity of the register, found by its name or an alias or taken from those named in the text, or a new one. */
export function EntityField({ annotation, field, offered, missing, disabled, onSay, onDone }: FieldProps) {
  const session = useSession()
  const value = valueOf(annotation, field)
  const entity = typeof value === 'string' ? session.records.entity.get(value) : undefined
  const offers = value === undefined && !disabled ? offered : []
  const put = (id: string | null): void => { onSay({ values: { [field.id]: id } }) }
  return (
    <SuggestBox
      label={field.name} placeholder={field.hint || 'Name'} required={field.required} missing={missing} disabled={disabled} offers={offers}
      shown={entity?.name ?? String(value ?? '')} suggest={(typed) => suggestEntities(session, typed, { offered: offers })}
      onChoose={put} onEmpty={() => { put(null) }} onNew={(name) => { onSay(newEntity(session, name, (id) => ({ [field.id]: id }))) }} onEnter={() => { onDone(true) }}
      onOffer={(id) => {
        put(id)
        onDone(false)
      }}
    />
  )
}
