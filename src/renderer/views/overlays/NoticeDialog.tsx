import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import { shownWords } from '../../store/outletLabel'
import { useCell } from '../../store/watch'

/** Something the researcher has to know before going on. */
export function NoticeDialog({ text }: { readonly text: string }) {
  const { app } = useDesk()
  const session = useCell(app.session)
  const close = (): void => { app.notice.set(null) }
  return (
    <Dialog title="Please note" role="alertdialog" onClose={close} actions={<Button kind="main" autoFocus onClick={close}>OK</Button>}>
      <p>{session ? shownWords(session, text) : text}</p>
    </Dialog>
  )
}
