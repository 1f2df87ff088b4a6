import type { CodeEntry } from '../../../domain/project/codes'
import { THE } from '../../../domain/project/records'
import { useSession } from '../desk'
import styles from './AnnotationsView.module.css'

/** The rules of a code as they are now, and when they last changed: what an annotation made under older ones is held against. */
export function Rules({ entry: { code } }: { readonly entry: CodeEntry }) {
  const session = useSession()
  const revision = session.records.codebook.get(THE)?.log.find((one) => one.version === code.revised)
  const coder = revision && (session.records.coder.get(revision.coder)?.name ?? 'another coder')
  return (
    <section className={styles['rules']} aria-label={`The rules of ${code.name} now`}>
      <h2><bdi>{code.name}</bdi> <span>{revision ? <>changed in version {code.revised} on {new Date(revision.at).toLocaleDateString('en-GB', { dateStyle: 'medium' })} by <bdi>{coder}</bdi>: <bdi>{revision.what}</bdi></> : `changed in version ${code.revised}`}</span></h2>
      <p>{code.definition === '' ? 'It has no definition now.' : <bdi>{code.definition}</bdi>}</p>
      {code.include !== '' && <p><b>Yes:</b> <bdi>{code.include}</bdi></p>}
      {code.exclude !== '' && <p><b>Not:</b> <bdi>{code.exclude}</bdi></p>}
    </section>
  )
}
