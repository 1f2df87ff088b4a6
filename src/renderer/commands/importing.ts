import { addArticles } from '../../domain/changes/commands/articles'
import { proposeFor } from '../store/boilerplate'
import { LARGE } from '../store/longChange'
import { performAny } from './carryOut'
import { openSession, writable, type Desk } from './command'

/** Brings the ticked articles of the import that is looked at into the project, as one step with the boilerplate proposed in them, and shows them. */
export async function bringIn(desk: Desk): Promise<void> {
  const { jobs, layout, notice } = desk.app
  const assistant = jobs.assistant.get()
  const articles = assistant?.chosen() ?? []
  const session = writable(desk)
  if (!assistant || articles.length === 0 || !session || jobs.busy() || assistant.rereading.get() !== null) return
  const label = articles.length === 1 ? 'keep the text of an article' : `keep the texts of ${articles.length} articles`
  jobs.current.set({ kind: 'change', label, progress: null, cancelling: false, firm: true, cancel: () => undefined })
  const problem = await assistant.keep()
  jobs.current.set(null)
  if (problem !== null) notice.set(problem)
  else {
    const change = addArticles(articles)
    const ids = articles.map(({ id }) => id)
    const joins = `import ${ids[0] ?? ''}`
    const done = articles.length <= LARGE ? session.perform(change, joins) : await performAny(desk, change)
    if (!done) return
    jobs.arrived.set(ids)
    jobs.assistant.set(null)
    layout.update((now) => ({ ...now, view: 'articles' }))
    await jobs.look('Looking for boilerplate', () => proposeFor(session, ids, { label: change.label, joins }))
  }
}

/** Leaves the import without bringing anything in; asks first where corrections would be lost. @param then what comes after */
export function leaveImport(desk: Desk, then: () => void = () => undefined): void {
  const assistant = desk.app.jobs.assistant.get()
  if (!assistant) return
  const leave = (): void => {
    desk.app.jobs.assistant.set(null)
    void assistant.discard()
    then()
  }
  if (assistant.touched) desk.overlay.set({ kind: 'confirm', title: 'Leave the import?', text: 'What you chose and corrected here is lost. Nothing of these files is in the project.', action: 'Leave', run: leave })
  else leave()
}

/** Whether undo would take out the articles that came in last. */
export function canTakeBackImport(desk: Desk): boolean {
  const arrived = new Set(desk.app.jobs.arrived.get())
  const last = openSession(desk)?.history.get().done.at(-1)?.change.edits[0]
  return last?.kind === 'article' && last.before === null && arrived.has(last.id)
}
