import type { FaultPlace } from '../../../domain/diagnostics/fault'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { useDesk } from '../desk'
import { UnexpectedActions, UnexpectedText } from '../Unexpected'

/** Something went wrong that should not: what, what became of the work, and what to do. */
export function UnexpectedDialog({ place }: { readonly place: FaultPlace }) {
  const { unexpected } = useDesk().app
  const close = (): void => { unexpected.dismiss() }
  return (
    <Dialog title="Something unexpected happened" role="alertdialog" onClose={close} actions={<><UnexpectedActions /><Button kind="main" autoFocus onClick={close}>Go on</Button></>}>
      <UnexpectedText place={place} />
    </Dialog>
  )
}
