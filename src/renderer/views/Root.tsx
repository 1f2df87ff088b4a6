import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import type { Desk } from '../commands/command'
import { allCommands, commandFor, hintFor, isHeld, perform } from '../commands/list'
import { menuSections, watchMenu } from '../commands/menu'
import { clearAfterMask } from '../commands/revealing'
import { useCell } from '../store/watch'
import { applyTheme, onSystemTheme, themeOf } from '../theme/applyTheme'
import { DeskContext, SessionContext } from './desk'
import { Recovery } from './Recovery'
import { StartView } from './start/StartView'

// The first screen paints without them; they are fetched as soon as it stands.
const loadOverlays = () => import('./overlays/Overlays')
const loadProject = () => import('./project/ProjectView')
const Overlays = lazy(loadOverlays)
const ProjectView = lazy(loadProject)
const RecoveryView = lazy(() => import('./recovery/RecoveryView'))

/** The window: the first screen or the open project, and what lies over them. */
export function Root({ desk }: { readonly desk: Desk }) {
  const session = useCell(desk.app.session)
  const failed = useCell(desk.app.recovery.failed)
  useKeys(desk)
  useMenu(desk)
  useTheme(desk)
  useEffect(() => onReturn(() => { void desk.app.elsewhere.look() }), [desk])
  useEffect(() => session?.onMask(() => { clearAfterMask(desk, session) }), [desk, session])
  useEffect(() => { requestIdleCallback(() => { void Promise.all([loadOverlays(), loadProject()]) }) }, [])
  return (
    <DeskContext.Provider value={desk}>
      <SessionContext.Provider value={session}>
        <Recovery onFailed={(error) => { desk.app.unexpected.note('drawing', error) }}>
          <Suspense fallback={null}>{failed ? <RecoveryView failed={failed} /> : session ? <ProjectView key={session.opened.place} /> : <StartView />}</Suspense>
          <Suspense fallback={null}><Overlays /></Suspense>
        </Recovery>
      </SessionContext.Provider>
    </DeskContext.Provider>
  )
}

/** Calls back when the window is come back to: other programs may have had their turn. */
function onReturn(then: () => void): () => void {
  window.addEventListener('focus', then)
  return () => { window.removeEventListener('focus', then) }
}

function useKeys(desk: Desk): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const command = commandFor(desk, event)
      desk.hint.set(command ? null : hintFor(desk, event))
      if (command && perform(desk, command)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => { window.removeEventListener('keydown', onKey) }
  }, [desk])
}

/** Keeps the application menu in step: sent again only when something in it reads differently. */
function useMenu(desk: Desk): void {
  useEffect(() => {
    let sent = ''
    let waiting: ReturnType<typeof setTimeout> | undefined
    const send = (): void => {
      waiting = undefined
      const sections = menuSections(desk)
      const text = JSON.stringify(sections)
      if (text === sent) return
      sent = text
      void desk.app.bridge.call('app.menu', sections)
    }
    // Not put off by what comes meanwhile: the passage in hand changes with the mouse.
    const soon = (): void => { waiting ??= setTimeout(send, 100) }
    const end = watchMenu(desk, soon)
    const endSignal = desk.app.bridge.on('command', ({ id }) => {
      // Chosen from the menu while somebody types, these two mean the text field.
      if ((id === 'edit.undo' || id === 'edit.redo') && document.activeElement?.matches('input, textarea')) {
        document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
        return
      }
      const command = allCommands(desk).find((one) => one.id === id)
      if (command && !isHeld(desk)) perform(desk, command)
    })
    return () => {
      clearTimeout(waiting)
      end()
      endSignal()
    }
  }, [desk])
}

function useTheme(desk: Desk): void {
  const { theme: choice } = useCell(desk.app.settings)
  const theme = useSyncExternalStore(onSystemTheme, () => themeOf(choice))
  useEffect(() => {
    applyTheme(theme)
    for (const reader of desk.readers.values()) reader.setTheme(theme)
  }, [desk, theme])
}
