import type { FoundWorkFile } from '../../../preload/contract'
import { Select } from '../../controls/Select'
import type { WorkAssistant } from '../../store/work/assistant'
import { useCell } from '../../store/watch'
import styles from './WorkView.module.css'

const OWN = 'own'

/** Whose coding it is: that of coders of this project, or of further ones. */
export function CoderTable({ assistant, file: { key: file, coders } }: { readonly assistant: WorkAssistant; readonly file: FoundWorkFile }) {
  const chosen = useCell(assistant.state).coders[file] ?? {}
  const choices = [{ value: OWN, label: 'a new coder' }, ...assistant.ground.coders.map(({ id, name }) => ({ value: id, label: name }))]
  if (coders.length === 0) return null
  return (
    <section aria-labelledby="work-coders">
      <h3 id="work-coders">Who coded</h3>
      <table className={styles['coders']}>
        <thead><tr><th scope="col">There</th><th scope="col">Codings</th><th scope="col">Here</th></tr></thead>
        <tbody>
          {coders.map(({ key, name, codings, here, certain }) => (
            <tr key={key}>
              <th scope="row"><bdi>{name}</bdi></th>
              <td>{codings.toLocaleString('en')}</td>
              <td>{here === null || !certain ? <Select label={`Who ${name} is here`} value={chosen[key] ?? OWN} choices={choices} onChoose={(value) => { assistant.takeCoder(file, key, value === OWN ? null : value) }} /> : <bdi>{nameOf(assistant, here)}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const nameOf = ({ ground: { coders } }: WorkAssistant, id: string): string => coders.find((one) => one.id === id)?.name ?? ''
