import { LocateFixed } from 'lucide-react'
import { SuggestBox } from '../../controls/SuggestBox'
import type { Suggestions } from '../../controls/suggesting'
import { normalName } from '../../../domain/project/entityNames'
import { valueOf } from '../../../domain/project/codes'
import type { Annotation } from '../../../domain/project/annotation'
import { annotationsInOrder } from '../../../domain/project/records'
import { quoteOf } from '../../../domain/text/anchor'
import { useDesk, useSession } from '../desk'
import styles from './FieldForm.module.css'
import type { FieldProps } from './fieldProps'

const MOST = 50

/** Another annotation of the same article or event, found by its code or words. */
export function LinkField({ annotation, field, missing, disabled, onSay, onDone }: FieldProps) {
  const desk = useDesk()
  const session = useSession()
  const value = valueOf(annotation, field)
  const linked = typeof value === 'string' ? session.seen.annotation.get(value) : undefined
  const codeOf = (one: Annotation): string => session.codes().get(one.code)?.code.name ?? 'unknown code'
  const put = (id: string | null): void => { onSay({ values: { [field.id]: id } }) }
  const suggest = (typed: string): Suggestions => {
    const wanted = normalName(typed)
    const items = annotationsInOrder(session.seen, annotation.subject).filter((one) => one.id !== annotation.id)
      .map((one) => ({ id: one.id, text: codeOf(one), detail: quoteOf(one.spans) }))
      .filter(({ text, detail }) => normalName(`${text} ${detail}`).includes(wanted)).slice(0, MOST)
    return { items, first: 'likely' }
  }
  const [start] = linked?.spans ?? []
  return (
    <div className={styles['link']}>
      <SuggestBox
        label={field.name} placeholder={field.hint || 'Code or words'} required={field.required} missing={missing} disabled={disabled}
        shown={linked ? [codeOf(linked), quoteOf(linked.spans)].filter(Boolean).join(': ') : value === undefined ? '' : 'an annotation that is gone'}
        suggest={suggest} onChoose={put} onEmpty={() => { put(null) }} onEnter={() => { onDone(true) }}
      />
      {start && <button type="button" className={styles['show']} title="Show it in the text" aria-label={`Show ${field.name} in the text`} onClick={() => { desk.readers.get(annotation.subject)?.reveal(start) }}><LocateFixed size={14} /></button>}
    </div>
  )
}
