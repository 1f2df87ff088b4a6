import { useEffect, useState } from 'react'

/** What was asked for: nothing yet, the answer, or a sentence that says why there is none. */
export type Asked<T> = { readonly state: 'asking' } | { readonly state: 'here'; readonly value: T } | { readonly state: 'failed'; readonly problem: string }

/** Asks anew whenever `key` changes; what comes late for an earlier one is left aside. */
export function useAsked<T>(key: string, ask: () => Promise<T>): Asked<T> {
  const [found, setFound] = useState<{ readonly key: string; readonly asked: Asked<T> } | null>(null)
  useEffect(() => {
    let current = true
    const set = (asked: Asked<T>): void => { if (current) setFound({ key, asked }) }
    ask().then((value) => { set({ state: 'here', value }) }, (error: unknown) => { set({ state: 'failed', problem: error instanceof Error ? error.message : String(error) }) })
    return () => { current = false }
    // oxlint-disable-next-line react/exhaustive-deps -- what is asked is told by the key alone
  }, [key])
  return found?.key === key ? found.asked : { state: 'asking' }
}
