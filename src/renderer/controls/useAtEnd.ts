import { useEffect, useRef } from 'react'

/** Does something when the component goes: a field that is taken away is not left, so no blur tells of it. */
export function useAtEnd(work: () => void): void {
  const latest = useRef(work)
  useEffect(() => { latest.current = work })
  useEffect(() => () => { latest.current() }, [])
}
