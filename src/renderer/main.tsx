import { createRoot } from 'react-dom/client'
import { Cell } from './store/cell'
import { App } from './store/app'
import { everything, noneChosen, type Chosen, type Review } from './store/review'
import type { Desk } from './commands/command'
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
    fieldsAsked: new Cell<boolean>(false),
    hint: new Cell<string | null>(null),
    lastCode: new Cell<string | null>(null),
    review: new Cell<Review>(everything),
    chosen: new Cell<Chosen>(noneChosen),
    toReveal: new Cell<string | null>(null),
    shown: new Set(),
  }
  desk.app.session.watch(() => {
    desk.review.set(everything)
    desk.chosen.set(noneChosen)
    desk.shown.clear()
  })
  createRoot(root).render(<Root desk={desk} />)
  if (answer.value.given) await desk.app.open({ from: 'given' })
}

const root = document.getElementById('root')
if (root) begin(root).catch((error: unknown) => { root.textContent = `Synoptic could not start: ${String(error)}` })
