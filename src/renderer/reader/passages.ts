import { trimmedSpan, type Span } from '../../domain/text/span'

/** A stretch that may be boilerplate (`proposed`) or is left out of coding (`excluded`). */
export interface ReaderPassage extends Span {
  readonly state: 'proposed' | 'excluded'
}

/** The passage that all a block says lies in; undefined where it lies in none, or only in part. */
export const passageAround = (passages: readonly ReaderPassage[], text: string, block: Span): ReaderPassage | undefined => {
  const near = passages.filter((one) => one.start < block.end && block.start < one.end)
  if (near.length === 0) return undefined
  const said = trimmedSpan(text, block) ?? block
  return near.find((one) => one.start <= said.start && said.end <= one.end)
}
