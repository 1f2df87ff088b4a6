import type { KeptAnnotation } from '../interchange/kept'
import type { GroupsOf } from '../interchange/claimed'

type Place = KeptAnnotation['places'][number]
type Stretch = Pick<Place, 'start' | 'end'>

/** Tabs, whatever some program takes for the end of a line, and other signs that are no writing: an annotation in brat has a line of its own, and words without them. */
const BREAKS = /[\p{Control}\u2028\u2029]+/gu

/** A stretch without the line ends and tabs in it, as brat keeps it; one of nothing else stays as it is. @param text undefined where it is not known */
function fragments(text: string | undefined, { start, end }: Stretch): readonly Stretch[] {
  if (text === undefined) return [{ start, end }]
  const found: Stretch[] = []
  let from = start
  for (const { index, 0: gap } of text.slice(start, end).matchAll(BREAKS)) {
    if (start + index > from) found.push({ start: from, end: start + index })
    from = start + index + gap.length
  }
  if (from < end) found.push({ start: from, end })
  return found.length === 0 ? [{ start, end }] : found
}

/**
 * An annotation's places as text-bound annotations of brat: one in fragments if they are apart, else one for each, as
 * fragments must not overlap.
 * @param text with the positions' unit: UTF-16
 */
export function textBounds(text: string | undefined, places: readonly Place[]): ReturnType<GroupsOf> {
  const sorted = [...places].sort((a, b) => a.start - b.start)
  const apart = sorted.every(({ start }, i) => i === 0 || start > (sorted[i - 1]?.end ?? 0))
  const groups = apart && places.length > 0 ? [sorted] : places.map((place) => [place])
  return groups.map((group) => ({ places: group, stretches: group.flatMap((place) => fragments(text, place)) }))
}

/** The words of fragments as brat has them beside the positions. */
export const words = (text: string, stretches: readonly Stretch[]): string => stretches.map(({ start, end }) => text.slice(start, end).replace(BREAKS, (gap) => ' '.repeat(gap.length))).join(' ')
