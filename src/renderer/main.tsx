import { createRoot } from 'react-dom/client'
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
  createRoot(root).render(<Root desk={desk} />)
  if (answer.value.open) await desk.app.open({ from: 'current' })
  else if (answer.value.given) await desk.app.open({ from: 'given' })
}

const root = document.getElementById('root')
if (root) begin(root).catch((error: unknown) => { root.textContent = `Synoptic could not start: ${String(error)}` })
