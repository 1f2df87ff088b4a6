import { deceptiveCharacters } from '../../../domain/text/deceptive'
import { legalSpan, type Span } from '../../../domain/text/span'

/** What is painted to show the characters of a text that deceive: what takes no room is shown by its neighbours. */
export function deceptiveStretches(text: string): readonly Span[] {
  const stretches: Span[] = []
  for (const { start, end, kind } of deceptiveCharacters(text)) {
    const span = kind === 'lookalike' ? { start, end } : legalSpan(text, start - 1, end + 1)
    const last = stretches.at(-1)
    if (span && last && span.start < last.end) stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else if (span) stretches.push(span)
  }
  return stretches
}
