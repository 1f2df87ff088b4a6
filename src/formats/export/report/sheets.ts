import { plain } from '../../html/plain'
import type { Coded } from '../../source'
import type { Naming } from './codings'

/** Which dimensions coders have finished, also where they found nothing, and what they noted. */
export function finished({ annotations, sheets }: Coded, { entries, coder }: Naming): string {
  const names = new Map([...entries.values()].map(({ dimension }) => [dimension.id, dimension.name]))
  return sheets.map((sheet) => {
    const found = new Set(annotations.filter((one) => one.coder === sheet.coder).map((one) => entries.get(one.code)?.dimension.id))
    const done = sheet.coded.flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [found.has(id) ? name : `${name} (nothing found)`]
    })
    const parts = [done.length > 0 && `finished ${done.join(', ')}`, sheet.memo.trim() && `note: ${sheet.memo.trim()}`].filter((part) => typeof part === 'string' && part !== '')
    return parts.length === 0 ? '' : `<p class="about"><bdi>${plain(coder(sheet.coder))}</bdi>: <bdi>${plain(parts.join('; '))}</bdi></p>\n`
  }).join('')
}
