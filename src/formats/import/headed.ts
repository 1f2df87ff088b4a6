import type { Heading } from '../../domain/project/article'

/**
 * An article's text with its headline first, so that the headline can be coded: as a line of its own and an empty line
 * before the body, unless the body begins with it.
 * @param headline one line; empty when unknown
 */
export function headed(headline: string, body: string): { readonly text: string; readonly headings: readonly Heading[] } {
  if (headline === '') return { text: body, headings: [] }
  const start = body.search(/\S/)
  const there = start !== -1 && body.startsWith(headline, start) && /^\s*(\n|$)/.test(body.slice(start + headline.length, start + headline.length + 100))
  const at = there ? start : 0
  return { text: there ? body : `${headline}\n\n${body}`, headings: [{ start: at, end: at + headline.length, level: 1 }] }
}
