import type { SnapshotPlace, SnapshotsCalls } from '../../preload/contract'
import { log } from '../log/log'
import type { Preferences } from '../preferences'
import type { ProjectDesk } from '../projectDesk'
import { displayPlace } from '../projectPlace'
import { SnapshotCopies } from '../snapshots/copy'
import type { SnapshotKeeper } from '../snapshots/keeper'
import { ProjectSnapshots } from '../snapshots/projectSnapshots'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

/** @param folder where all snapshots of this machine are */
export function snapshotsAnswers(window: MainWindow, desk: ProjectDesk, preferences: Preferences, keeper: SnapshotKeeper, folder: string): Answers<SnapshotsCalls> {
  const snapshots = new ProjectSnapshots(keeper)
  const copies = new SnapshotCopies(window, keeper.store)
  const place = async (): Promise<SnapshotPlace> => ({ place: displayPlace(folder), room: await keeper.store.room() })
  return {
    'snapshots.list': ({ project }) => snapshots.list(desk.work(project)),
    'snapshots.compare': ({ project, snapshot }) => snapshots.compare(desk.work(project), snapshot),
    'snapshots.goBack': async ({ project, snapshot, scope }) => ({ edits: await snapshots.goBack(desk.work(project), snapshot, scope) }),
    'snapshots.copy': async ({ project, snapshot }) => {
      const { info } = desk.project(project)
      const copy = await copies.make(info, snapshot)
      if (copy === null) return null
      // One reads on where one was.
      const view = await preferences.view(info.id)
      if (view) await preferences.rememberView(copy.id, view).catch(log.failing('preferences'))
      desk.give(copy.folder)
      return { place: displayPlace(copy.folder) }
    },
    'snapshots.cancel': () => {
      copies.cancel()
      return null
    },
    'snapshots.place': place,
    'snapshots.deleteAll': async () => {
      await keeper.store.deleteAll()
      return place()
    },
  }
}
