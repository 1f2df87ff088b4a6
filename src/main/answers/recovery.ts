import type { RecoveryCalls } from '../../preload/contract'
import type { SnapshotStore } from '../../storage/snapshots/snapshotStore'
import type { ProjectDesk } from '../projectDesk'
import { Recovery } from '../recovery/recovery'
import { versionsOf } from '../recovery/versions'
import type { MainWindow } from '../window'
import type { Answers } from './answers'

export function recoveryAnswers(window: MainWindow, desk: ProjectDesk, store: SnapshotStore): Answers<RecoveryCalls> {
  const recovery = new Recovery(window, desk, store)
  return {
    'recovery.look': () => recovery.look(),
    'recovery.put': async (order) => {
      await recovery.put(order)
      return null
    },
    'recovery.copy': (order) => recovery.copy(order),
    'recovery.again': async () => {
      await recovery.again()
      return null
    },
    'recovery.versions': ({ project, files }) => versionsOf(store, desk.project(project).info.id, files),
  }
}
