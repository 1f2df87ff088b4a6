import { FORMAT_VERSION } from '../../domain/project/format'
import { nodeDisk } from '../../storage/disk'
import { peek } from '../../storage/peek'
import type { SnapshotKeeper } from './keeper'

/** Takes a snapshot of a project of an older format before it is opened, which brings its files up to date one by one. Texts stay as they are. */
export async function beforeUpdating(keeper: SnapshotKeeper, folder: string): Promise<void> {
  const found = await peek(nodeDisk, folder)
  if (found && found.version < FORMAT_VERSION) await keeper.before({ folder, info: { id: found.id } }, 'before-updating', false)
}
