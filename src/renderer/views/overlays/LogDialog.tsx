import { useState } from 'react'
import type { LogEntry } from '../../../domain/diagnostics/logEntry'
import { logLine, type LogLine } from '../../../domain/diagnostics/words'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import styles from './Diagnostics.module.css'
import { useAnswer } from './useAnswer'

/** As many as one looks through; all of them stand in a problem report. */
const MOST = 500

/** What Synoptic noted of itself on this machine, the latest first. */
export function LogDialog() {
  const { overlay } = useDesk()
  const [troubleOnly, setTroubleOnly] = useState(false)
  const json = useAnswer('diagnostics.log')
  const lines = json === null ? null : (JSON.parse(json) as readonly LogEntry[]).map(logLine)
  const shown = lines?.filter(({ isTrouble }) => isTrouble || !troubleOnly) ?? []
  return (
    <Dialog title="Log" width="wide" onClose={() => { overlay.set(null) }} actions={<Button onClick={() => { overlay.set({ kind: 'report' }) }}>Problem report …</Button>}>
      <p className={styles['lead']}>What Synoptic noted on this computer, the latest first; times in UTC. It holds nothing of your texts, names or files, and is sent nowhere.</p>
      <label className={styles['filter']}><input type="checkbox" checked={troubleOnly} onChange={(event) => { setTroubleOnly(event.target.checked) }} /> Only what went wrong</label>
      {lines !== null && <p className={styles['count']} role="status">{saying(shown.length, troubleOnly)}</p>}
      <ol className={styles['lines']} aria-label="Log">{[...shown].reverse().slice(0, MOST).map((line, n) => <Line key={lines === null ? n : lines.indexOf(line)} line={line} />)}</ol>
    </Dialog>
  )
}

function Line({ line: { time, text, details, isTrouble } }: { readonly line: LogLine }) {
  return (
    <li data-trouble={isTrouble}>
      <time className={styles['time']} dateTime={`${time.replace(' ', 'T')}Z`}>{time}</time>
      <div>
        {text}
        {details.length > 0 && <pre className={styles['frames']}>{details.map((one) => `at ${one}`).join('\n')}</pre>}
      </div>
    </li>
  )
}

function saying(count: number, troubleOnly: boolean): string {
  if (count === 0) return troubleOnly ? 'Nothing went wrong.' : 'Nothing was noted yet.'
  const entries = `${count.toLocaleString('en-GB')} ${count === 1 ? 'entry' : 'entries'}`
  return count > MOST ? `${entries}, of which the latest ${MOST} are shown; a problem report has them all.` : entries
}
