import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { FoundWorkFile } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import type { WorkAssistant } from '../../store/work/assistant'
import { isUndecided } from '../../store/work/state'
import { useCell } from '../../store/watch'
import { useDesk } from '../desk'
import styles from './WorkView.module.css'
import { percent, readingKey, readingWords, scoreWords } from './words'

/** What the positions in a file count, how sure that is, and another way where the passages show that it is wrong. */
export function Positions({ assistant, file }: { readonly assistant: WorkAssistant; readonly file: FoundWorkFile }) {
  const { readings, reading, key } = file
  const { app } = useDesk()
  const asked = useCell(assistant.state).readings[key]
  const [open, setOpen] = useState(asked !== undefined)
  const undecided = isUndecided(file)
  const taken = reading ?? asked ?? null
  const score = readings.find((one) => taken !== null && readingKey(one.reading) === readingKey(taken))
  const choose = (value: string): void => {
    const chosen = readings.find((one) => readingKey(one.reading) === value)
    if (!chosen) return
    void assistant.read(key, chosen.reading).then((problem) => { if (problem !== null) app.notice.set(problem) })
  }
  return (
    <section aria-labelledby="work-positions">
      <h3 id="work-positions">Where passages begin and end</h3>
      {undecided
        ? <p className={styles['asks']} role="alert">Programs count positions in texts differently, and no way of counting fits this file well enough to be taken without asking. Choose one: passages then show whether it is right. Nothing of this file comes in before.</p>
        : taken && <p>Positions are counted in {readingWords(taken)}. {score && scoreWords(score)}</p>}
      {readings.length > 1 && !open && !undecided && <Button kind="quiet" className={styles['another'] ?? ''} onClick={() => { setOpen(true) }}>The passages are wrong: count in another way</Button>}
      {(open || undecided) && (
        <RadioGroup className={styles['readings'] ?? ''} aria-label="How positions are counted" value={taken ? readingKey(taken) : null} onChange={choose}>
          {readings.map((one) => (
            <Radio key={readingKey(one.reading)} value={readingKey(one.reading)} className={styles['reading'] ?? ''}>
              <span className={styles['dot']} aria-hidden="true" />
              <span>in {readingWords(one.reading)}</span>
              <span className={styles['share']} title={scoreWords(one)}>{one.compared > 0 && `${percent(one.score)} fit`}</span>
            </Radio>
          ))}
        </RadioGroup>
      )}
    </section>
  )
}
