import { offsetWriter, type OffsetReading } from '../../domain/text/offsets'
import type { ProjectSource } from '../source'

/** An article's text, null where it is not to leave the project, and its positions in the unit that a format counts in. */
export async function countedText(source: ProjectSource, article: string, reading: OffsetReading): Promise<{ readonly text: string | null; readonly counted: (offset: number) => number }> {
  const text = (await source.text?.(article)) ?? null
  if (reading.unit === 'utf16' && reading.breaks !== 'crlf') return { text, counted: (offset) => offset }
  if (text !== null) return { text, counted: offsetWriter(text, reading) }
  return { text, counted: (await source.positions?.(article, reading)) ?? ((offset) => offset) }
}
