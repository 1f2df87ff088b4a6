import { createRoot } from 'react-dom/client'
import { Cell } from './store/cell'
import { App } from './store/app'
import { noRecentCodes } from './store/recentCodes'
import type { Desk, Guide } from './commands/command'
import { applyTheme, themeOf } from './theme/applyTheme'
import { Root } from './views/Root'
import './theme/tokens.css'
import './theme/base.css'

async function begin(root: HTMLElement): Promise<void> {
  const answer = await window.synoptic.call('app.start', null)
  if (!answer.ok) throw new Error(answer.message)
  applyTheme(themeOf(answer.value.settings.theme))
  const desk: Desk = {
    app: new App(window.synoptic, answer.value),
    mac: answer.value.platform === 'mac',
    readers: new Map(),
    overlay: new Cell<ReturnType<Desk['overlay']['get']>>(null),
    fieldsAsked: new Cell<ReturnType<Desk['fieldsAsked']['get']>>(null),
    roleAsked: new Cell<ReturnType<Desk['roleAsked']['get']>>(null),
    hint: new Cell<string | null>(null),
    lastCode: new Cell<string | null>(null),
    recent: new Cell(noRecentCodes),
    lastPicked: new Cell<string | null>(null),
    guide: new Cell<Guide | null>(null),
    brush: new Cell<string | null>(null),
  }
  desk.app.layout.watch(() => { desk.lastPicked.update((last) => desk.app.layout.get().picked ?? last) })
  createRoot(root).render(<Root desk={desk} />)
  if (answer.value.open) await desk.app.open({ from: 'current' })
  else if (answer.value.given) await desk.app.open({ from: 'given' })
}

const root = document.getElementById('root')
if (root) begin(root).catch((error: unknown) => { root.textContent = `Synoptic could not start: ${String(error)}` })
