import { useEffect, useState } from 'react'
import { inSlices } from '../../store/slices'

/** How some work is. */
export interface Work<T> {
  /** What it came to last; null before it is done for the first time. */
  readonly found: T | null
  /** A sentence for the researcher where it failed; null otherwise. */
  readonly problem: string | null
}

/**
 * What some work comes to, done in slices and anew when what it rests on is another; what it came to before stays meanwhile.
 * @param work null while it can't be begun; pauses between its steps
 * @param restsOn as the dependencies of an effect, always as many
 */
export function useWork<T>(work: (() => Generator<unknown, T>) | null, restsOn: readonly unknown[]): Work<T> {
  const [result, setResult] = useState<Work<T>>({ found: null, problem: null })
  useEffect(() => {
    if (!work) return undefined
    let wanted = true
    inSlices(work(), () => wanted).then(
      (found) => { if (wanted && found !== null) setResult({ found, problem: null }) },
      (error: unknown) => { if (wanted) setResult({ found: null, problem: `This could not be worked out; nothing was changed. Compare the articles again, or open the project anew. (${error instanceof Error ? error.message : String(error)})` }) },
    )
    return () => { wanted = false }
    // What the work rests on is named; the function itself is another one each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, restsOn)
  return result
}
