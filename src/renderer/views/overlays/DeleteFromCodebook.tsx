import { useState } from 'react'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { carryOut } from '../../commands/carryOut'
import { goTo, openCodebook, say } from '../../commands/codebookActions'
import { deleteCode } from '../../../domain/changes/commands/codebook/delete'
import { deleteDimension } from '../../../domain/changes/commands/codebook/dimensions'
import { idsIn } from '../../store/codebook/places'
import { treeRows } from '../../store/codebook/rows'
import { codeOf, dimensionOf, type NodeKey } from '../../store/codebook/state'
import { useDesk, useSession } from '../desk'
import { counted } from '../codebook/words'
import styles from './codebookDialogs.module.css'
import { Touched, useComplete, useTouched } from './Touched'

/** Deletes a code or dimension with what is below it, after saying what goes with it. */
export function DeleteFromCodebook({ node }: { readonly node: NodeKey }) {
  const desk = useDesk()
  const session = useSession()
  const [agreed, setAgreed] = useState(false)
  const codebook = openCodebook(desk)
  const entry = session.codes().get(codeOf(node) ?? '')
  const dimension = codebook?.dimensions.find((one) => one.id === dimensionOf(node))
  const codes = entry ? idsIn([entry.code]) : dimension ? idsIn(dimension.codes) : []
  const { others } = useTouched(codes)
  const complete = useComplete()
  const close = (): void => { desk.overlay.set(null) }
  const name = entry?.code.name ?? dimension?.name
  if (name === undefined || !codebook) return null
  const below = codes.length - (entry ? 1 : 0)
  const remove = async (): Promise<void> => {
    const rows = treeRows(codebook, desk.app.codebook.get().folded, '')
    const at = rows.findIndex((row) => row.key === node)
    const gone = new Set([node, ...codes.map((id): NodeKey => `code:${id}`)])
    const next = rows.slice(at).find((row) => !gone.has(row.key)) ?? rows[at - 1]
    close()
    const { records } = session
    if (!await carryOut(desk, entry ? deleteCode(records, entry.code.id, session.circumstances()) : deleteDimension(records, dimension?.id ?? '', session.circumstances()))) return
    if (next) goTo(desk, next.key)
    say(desk, `Deleted ${name}`)
  }
  return (
    <Dialog title={`Delete “${name}”?`} role="alertdialog" onClose={close} actions={<><Button autoFocus onClick={close}>Cancel</Button><Button kind="danger" disabled={!complete || (others > 0 && !agreed)} onClick={() => { void remove() }}>Delete</Button></>}>
      {below > 0 && <p className={styles['lead']}>{below === 1 ? 'The code' : `The ${counted(below, 'code')}`} below {entry ? 'it' : 'this dimension'} {below === 1 ? 'goes' : 'go'} too.</p>}
      <Touched codes={codes} fate="Deleted with it" agreed={agreed} onAgree={setAgreed} />
    </Dialog>
  )
}
