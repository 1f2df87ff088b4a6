import { useEffect, useState } from 'react'
import { inSlices } from '../../store/slices'

/**
 * What some work comes to, done in slices and anew when what it rests on is another; what it came to before stays meanwhile.
 * @param work null while it can't be begun; pauses between its steps
 * @param restsOn as the dependencies of an effect, always as many
 * @returns null before it is done for the first time
 */
export function useWork<T>(work: (() => Generator<unknown, T>) | null, restsOn: readonly unknown[]): T | null {
  const [result, setResult] = useState<T | null>(null)
  useEffect(() => {
    if (!work) return undefined
    let wanted = true
    void inSlices(work(), () => wanted).then((found) => { if (wanted && found !== null) setResult(found) })
    return () => { wanted = false }
    // What the work rests on is named; the function itself is another one each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, restsOn)
  return result
}
