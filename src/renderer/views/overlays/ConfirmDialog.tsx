import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import { shownWords } from '../../store/outletLabel'

interface Props {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly run: () => void
}

/** Asks once before something that touches more than one sees. */
export function ConfirmDialog({ title, text, action, run }: Props) {
  const { app, overlay } = useDesk()
  const session = app.session.get()
  const close = (): void => { overlay.set(null) }
  return (
    <Dialog title={title} role="alertdialog" onClose={close} actions={<><Button autoFocus onClick={close}>Cancel</Button><Button kind="danger" onClick={() => { close(); run() }}>{action}</Button></>}>
      <p>{session ? shownWords(session, text) : text}</p>
    </Dialog>
  )
}
