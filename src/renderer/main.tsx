import { createRoot } from 'react-dom/client'
import { faultOf } from '../domain/diagnostics/fault'
import { App } from './store/app'
import { newDesk } from './commands/newDesk'
import { applyTheme, themeOf } from './theme/applyTheme'
import { Root } from './views/Root'
import './theme/tokens.css'
import './theme/base.css'

async function begin(root: HTMLElement): Promise<void> {
  const answer = await window.synoptic.call('app.start', null)
  if (!answer.ok) throw new Error(answer.message)
  applyTheme(themeOf(answer.value.settings.theme))
  const desk = newDesk(new App(window.synoptic, answer.value), answer.value.platform === 'mac')
  desk.app.unexpected.watch(window)
  createRoot(root).render(<Root desk={desk} />)
  const { open, given } = answer.value
  if (open || given) desk.app.open({ from: open ? 'current' : 'given' }).catch(desk.app.tell)
}

const root = document.getElementById('root')
if (root) begin(root).catch((error: unknown) => {
  root.textContent = 'Synoptic could not start. Nothing in your projects was changed. Close this window and start Synoptic anew; if it happens again, install it anew.'
  window.synoptic.call('diagnostics.failed', { place: 'start', ...faultOf(error) }).catch(() => undefined)
})
