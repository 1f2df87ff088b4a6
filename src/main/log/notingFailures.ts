import { faultOf } from '../../domain/diagnostics/fault'
import type { CallName } from '../../preload/contract'
import { log } from './log'

/** What a researcher decided, or was told of a wrong entry, is no trouble. */
const expected = new Set(['cancelled', 'refused'])

/** Carries out a call of the window; when it fails, the log has which one it was, after how long and why. */
export async function notingFailures(call: CallName, run: () => unknown): Promise<unknown> {
  const begun = performance.now()
  try {
    return await run()
  } catch (error) {
    const { codes, ...fault } = faultOf(error)
    if (!expected.has(codes[0] ?? '')) log.note({ event: 'call-failed', call, ms: Math.round(performance.now() - begun), codes, ...fault })
    throw error
  }
}
