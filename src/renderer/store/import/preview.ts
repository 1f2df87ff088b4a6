import type { Article } from '../../../domain/project/article'
import type { Passage } from '../../../domain/project/passage'

/** A paragraph as a preview shows it. */
export interface PreviewBlock {
  /** Where it begins: a UTF-16 offset. */
  readonly start: number
  /** 1 to 6 for a heading. */
  readonly level: number | null
  readonly runs: readonly PreviewRun[]
}

export interface PreviewRun {
  readonly text: string
  /** What it is a part of, if that may not belong to the article. */
  readonly passage: Passage | null
}

/** The beginning of a text, paragraph by paragraph. @param most how many UTF-16 units at most, but for the end of the paragraph */
export function previewBlocks(text: string, { headings, passages }: Pick<Article, 'headings' | 'passages'>, most: number): readonly PreviewBlock[] {
  const doubtful = passages.filter(({ state }) => state !== 'kept')
  const blocks: PreviewBlock[] = []
  for (let start = 0; start < Math.min(text.length, most);) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const shown = Math.min(end, start + most)
    if (text.slice(start, shown).trim() !== '') blocks.push({ start, level: headings.find((one) => one.start < end && start < one.end)?.level ?? null, runs: runsOf(text, start, shown, doubtful) })
    start = end + 1
  }
  return blocks
}

function runsOf(text: string, start: number, end: number, passages: readonly Passage[]): readonly PreviewRun[] {
  const runs: PreviewRun[] = []
  let at = start
  const upTo = (to: number, passage: Passage | null): void => {
    if (to > at) runs.push({ text: text.slice(at, to), passage })
    at = Math.max(at, to)
  }
  for (const one of passages) {
    if (one.end <= start || one.start >= end) continue
    upTo(Math.max(one.start, start), null)
    upTo(Math.min(one.end, end), one)
  }
  upTo(end, null)
  return runs
}
