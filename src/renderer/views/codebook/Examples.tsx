import { X } from 'lucide-react'
import { TextArea } from '../../controls/TextArea'
import { addExample, removeExample } from '../../../domain/changes/commands/codebook/codes'
import type { Code } from '../../../domain/project/codebook'
import { useSession } from '../desk'
import styles from './Form.module.css'
import { shownWords } from '../../store/outletLabel'

/** Passages that show what a code means. */
export function Examples({ code, disabled }: { readonly code: Code; readonly disabled: boolean }) {
  const session = useSession()
  return (
    <>
      {code.examples.length > 0 && (
        <ul className={styles['examples']}>
          {code.examples.map(({ quote, from }) => ({ quote: shownWords(session, quote), from: shownWords(session, from) })).map((example, i) => (
            <li key={`${i} ${example.quote}`}>
              <q><bdi>{example.quote}</bdi></q>{example.from !== '' && <cite><bdi>{example.from}</bdi></cite>}
              <button type="button" className={styles['icon']} disabled={disabled} aria-label={`Remove the example “${example.quote.slice(0, 60)}”`} onClick={() => { session.perform(removeExample(session.records, code.id, i, session.circumstances())) }}><X size={13} /></button>
            </li>
          ))}
        </ul>
      )}
      <TextArea aria-label="Add an example" value="" disabled={disabled} placeholder="Type an example, or drag a selected passage onto the code while reading"
        onCommit={(quote) => { if (quote.trim() !== '') session.perform(addExample(session.records, code.id, { quote: quote.trim(), from: '' }, session.circumstances())) }} />
    </>
  )
}
