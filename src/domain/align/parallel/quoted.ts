import { paragraphs } from '../../text/segments'
import type { Span } from '../../text/span'

const OPEN = new Set(['“', '«', '„'])
const CLOSE = new Set(['”', '»'])

/** The insides of quotation marks, in order; one that no mark closes goes on to the end of its paragraph. */
export function quotedSpans(text: string): readonly Span[] {
  const found: Span[] = []
  for (const { start, end } of paragraphs(text)) {
    let open = -1
    for (let at = start; at < end; at += 1) {
      const sign = text.charAt(at)
      const closes = open >= 0 && (CLOSE.has(sign) || sign === '"')
      if (closes) {
        if (at > open) found.push({ start: open, end: at })
        open = -1
      } else if (OPEN.has(sign) || sign === '"') open = at + 1
    }
    if (open >= 0 && open < end) found.push({ start: open, end })
  }
  return found
}
