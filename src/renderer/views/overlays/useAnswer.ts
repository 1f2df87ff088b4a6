import { useEffect, useState } from 'react'
import type { CallName, Result } from '../../../preload/contract'
import { useDesk } from '../desk'

/** What a call that takes nothing answered; null until then, and for ever when it failed, of which a notice tells. */
export function useAnswer<K extends CallName & ('diagnostics.log' | 'diagnostics.report')>(name: K): Result<K> | null {
  const { app } = useDesk()
  const [value, setValue] = useState<Result<K> | null>(null)
  useEffect(() => {
    let current = true
    app.bridge.call(name, null).then((answer) => {
      if (!current) return
      if (answer.ok) setValue(answer.value)
      else app.notice.set(answer.message)
    }, app.tell)
    return () => { current = false }
  }, [app, name])
  return value
}
