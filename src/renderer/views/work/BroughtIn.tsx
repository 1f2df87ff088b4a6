import type { WorkReport } from '../../../preload/contract'
import { Button } from '../../controls/Button'
import { Dialog } from '../../controls/Dialog'
import { CommandKeys } from '../CommandKeys'
import { useDesk } from '../desk'
import { counted } from './words'

/** What came in, and how it goes out again. */
export function BroughtIn({ report }: { readonly report: WorkReport }) {
  const { app } = useDesk()
  const close = (): void => { app.jobs.current.set(null) }
  const show = (): void => {
    close()
    app.layout.update((layout) => ({ ...layout, view: 'annotations' }))
  }
  const { articles, annotations, codes, coders } = report
  const parts = [counted(annotations, 'coding'), ...(articles > 0 ? [counted(articles, 'article')] : []), ...(codes > 0 ? [counted(codes, 'code')] : []), ...(coders > 0 ? [counted(coders, 'coder')] : [])]
  const nothing = annotations + articles + codes + coders === 0
  return (
    <Dialog title={nothing ? 'Nothing new' : 'Coding came in'} onClose={close} actions={<>{annotations > 0 && <Button onClick={show}>Show the annotations</Button>}<Button kind="main" autoFocus onClick={close}>Done</Button></>}>
      {nothing
        ? <p>All of it is in the project already. Nothing was changed.</p>
        : <p>New in the project: {parts.join(', ')}. Undo <CommandKeys command="edit.undo" /> takes all of it out again.</p>}
    </Dialog>
  )
}
