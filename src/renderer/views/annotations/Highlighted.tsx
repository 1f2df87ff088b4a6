import { occurrences } from '../../../domain/query/words'

/** A text with the words that were searched for standing out. */
export function Highlighted({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  let at = 0
  const parts = occurrences(text, words).map(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return <span key={start}>{before}<mark>{text.slice(start, end)}</mark></span>
  })
  return <>{parts}{text.slice(at)}</>
}
