import { join } from 'node:path'
import { app, nativeTheme, screen, type Rectangle } from 'electron'
import type { CallName, Calls, ImportOffer } from '../preload/contract'
import type { Answers } from './answers/answers'
import { appAnswers } from './answers/app'
import { codebookAnswers } from './answers/codebook'
import { diagnosticsAnswers } from './answers/diagnostics'
import { exportsAnswers } from './answers/exports'
import { importsAnswers } from './answers/imports'
import { projectAnswers } from './answers/project'
import { recoveryAnswers } from './answers/recovery'
import { snapshotsAnswers } from './answers/snapshots'
import { textsAnswers } from './answers/texts'
import { workAnswers } from './answers/work'
import { Exports } from './exports'
import { AppError } from './failure'
import { Imports } from './imports'
import { LastOrders } from './lastOrders'
import { log } from './log/log'
import { notingFailures } from './log/notingFailures'
import type { Troubles } from './log/troubles'
import { Mappings } from './mappings'
import { Offers } from './offers'
import { Preferences } from './preferences'
import { ProjectDesk } from './projectDesk'
import { displayPlace } from './projectPlace'
import { isCallName, parseArgs, pathsSchema } from './requests'
import { nodeDisk } from '../storage/disk'
import { SnapshotStore } from '../storage/snapshots/snapshotStore'
import { SnapshotKeeper } from './snapshots/keeper'
import type { MainWindow } from './window'
import { Works } from './works'

/** Everything behind the window: what it calls, what is dropped on it, and a second start. */
export interface Backend {
  /** @throws AppError when there is no such call or its arguments don't fit */
  answer(name: unknown, args: unknown): unknown
  /** @returns null when these are no paths, or none that can be offered */
  drop(paths: unknown): Promise<ImportOffer | null>
  /** Another start named this project folder. */
  give(folder: string): void
  close(): Promise<void>
}

export async function openBackend(window: MainWindow, troubles: Troubles, given: string | null): Promise<Backend> {
  const preferences = await Preferences.open(app.getPath('userData'))
  nativeTheme.themeSource = preferences.settings.theme
  const { bounds } = preferences
  if (bounds && isOnScreen(bounds)) window.place(bounds)
  window.onMoved((moved) => { preferences.moved(moved).catch(log.failing('preferences')) })
  const snapshots = join(app.getPath('userData'), 'snapshots')
  const keeper = new SnapshotKeeper(new SnapshotStore(nodeDisk, snapshots), () => preferences.settings.snapshots, (problem) => { window.signal('snapshots', { problem }) })
  const desk = new ProjectDesk(window, preferences, keeper, given)
  const mappings = new Mappings(app.getPath('userData'))
  await mappings.read()
  const offers = new Offers()
  const imports = new Imports(window, offers, mappings)
  const works = new Works(window, offers)
  const answers: Answers<Calls> = {
    ...appAnswers(window, desk, [imports, works], preferences), ...projectAnswers(desk, preferences), ...textsAnswers(window, desk),
    ...importsAnswers(desk, imports), ...codebookAnswers(window), ...exportsAnswers(window, desk, new Exports(window, preferences, new LastOrders(join(app.getPath('userData'), 'exports')))),
    ...workAnswers(desk, works),
    ...diagnosticsAnswers(window, desk, troubles),
    ...recoveryAnswers(window, desk, keeper.store),
    ...snapshotsAnswers(window, desk, preferences, keeper, snapshots),
  }
  const handle = <K extends CallName>(name: K, args: unknown): unknown => answers[name](parseArgs(name, args))
  return {
    answer(name, args) {
      if (!isCallName(name)) throw new AppError('refused', 'The window asked for something unknown.')
      return notingFailures(name, () => handle(name, args))
    },
    drop(paths) {
      const dropped = pathsSchema.safeParse(paths)
      return dropped.success ? imports.offer(dropped.data) : Promise.resolve(null)
    },
    give(folder) {
      desk.give(folder)
      window.signal('open-given', { name: displayPlace(folder) })
    },
    async close() {
      await desk.end()
      await keeper.settled()
    },
  }
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea: area } = screen.getDisplayMatching(bounds)
  return bounds.x < area.x + area.width && bounds.y < area.y + area.height && bounds.x + bounds.width > area.x && bounds.y + bounds.height > area.y
}
