import { occurrences } from '../../../domain/query/words'

/** A text with the words that were searched for standing out. */
export function Highlighted({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const found = occurrences(text, words)
  return (
    <>
      {found.map(({ start, end }, i) => <span key={start}>{text.slice(found[i - 1]?.end ?? 0, start)}<mark>{text.slice(start, end)}</mark></span>)}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  )
}
