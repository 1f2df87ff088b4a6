/** The width databases wrap at, about 78, less what their counting and hyphens may differ by. */
const NARROWEST_WRAP = 66

/**
 * A paragraph whose lines were wrapped at a fixed width, on one line. A line stays apart where the next word would
 * still have fitted: that line end was meant.
 */
export function unwrapped(paragraph: string): string {
  const [first = '', ...more] = paragraph.split('\n').map((line) => line.trim())
  let joined = first
  let width = first.length
  for (const line of more) {
    const nextWord = line.split(' ', 1)[0]?.length ?? 0
    joined += (width + 1 + nextWord > NARROWEST_WRAP ? ' ' : '\n') + line
    width = line.length
  }
  return joined
}
