import { Fragment } from 'react'
import type { Choice } from '../../../domain/synopsis/choices'
import type { Teller } from '../../../domain/synopsis/tellers'
import { useDesk } from '../desk'
import styles from './Told.module.css'
import { tellerName } from './useTelling'
import { readPlace } from './Where'

/** What each outlet chose throughout the event: a group of rows for renderings that stand for one another, a column per outlet. */
export function ChoiceTable({ choices, tellers }: { readonly choices: readonly Choice[]; readonly tellers: readonly Teller[] }) {
  const desk = useDesk()
  if (choices.length === 0) return null
  return (
    <section aria-label="Throughout the event">
      <h3>Throughout the event</h3>
      <div className={styles['scroll']}>
        <table className={styles['choices']}>
          <thead><tr><th scope="col">Rendering</th>{tellers.map((one) => <th key={one.key} scope="col" title={tellerName(one)}><bdi>{tellerName(one)}</bdi></th>)}</tr></thead>
          <tbody>
            {choices.map(({ alternatives }) => (
              <Fragment key={alternatives.map(({ key }) => key).join('|')}>
                {alternatives.map(({ key, words, by }, i) => (
                  <tr key={key} data-first={i === 0 ? '' : undefined}>
                    <th scope="row"><bdi>{words}</bdi></th>
                    {tellers.map((one) => {
                      const [first, ...more] = by.get(one.key) ?? []
                      return <td key={one.key}>{first && <button type="button" aria-label={`${words}: ${tellerName(one)}, ${more.length + 1}`} title="Read in context" onClick={() => { readPlace(desk, first) }}>{more.length + 1}</button>}</td>
                    })}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
