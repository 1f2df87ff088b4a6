import type { Annotation } from '../../../domain/project/annotation'
import { partsOf, rolesOf, shownFields, valueLabel, valueOf, type CodeEntry } from '../../../domain/project/codes'
import { quoteOf } from '../../../domain/text/anchor'
import { plain } from '../../html/plain'

/** What the words for codings go by. */
export interface Naming {
  readonly entries: ReadonlyMap<string, CodeEntry>
  readonly coder: (id: string) => string
  readonly entity: (id: string) => string | undefined
  /** False where no words of an article are told. */
  readonly texts: boolean
}

/** A coding as it stands in the margin or in a list: its number, code, coder, fields and note. @param place said behind the code */
export function codingItem(one: Annotation, number: number, { entries, coder, entity, texts }: Naming, place = ''): string {
  const entry = entries.get(one.code)
  const fields = entry ? fieldsOf(one, entry, entity, texts) : []
  const more = [coder(one.coder), ...fields, one.certainty && `certainty ${one.certainty}`, one.note.trim() && `note: ${one.note.trim()}`].filter((part) => part !== null && part !== '')
  return `<li class="coding ${entry?.code.colour ?? 'slate'}"><b>${number} <bdi>${plain(entry?.path.join(' › ') ?? one.code)}</bdi></b>${place === '' ? '' : ` ${place}`}<br><span><bdi>${more.map((part) => plain(String(part))).join('</bdi> · <bdi>')}</bdi></span></li>`
}

function fieldsOf(one: Annotation, entry: CodeEntry, entity: Naming['entity'], texts: boolean): string[] {
  const roles = texts ? rolesOf(entry).map((field) => [field.name, quoteOf(partsOf(one, field))] as const) : []
  const values = shownFields(one, entry).filter(({ kind }) => kind !== 'role' && kind !== 'link').map((field) => [field.name, valueLabel(field, valueOf(one, field), entity)] as const)
  return [...roles, ...values].filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
}

/** Where a coding is, as offsets: of positions without a text. */
export const placeOf = ({ spans }: Annotation): string => spans.map(({ start, end }) => `${start}–${end}`).join(', ')
