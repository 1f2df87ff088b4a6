import { removeArticles } from '../../domain/changes/commands/articles'
import { performAny } from './carryOut'
import { writable, type Desk } from './command'

/** Takes articles out of the project; asks before where something was coded of them. */
export async function removeWithWarning(desk: Desk, ids: readonly string[]): Promise<void> {
  const session = writable(desk)
  if (!session || ids.length === 0) return
  await session.load(ids)
  const remove = (): void => { void performAny(desk, removeArticles(session.records, ids)) }
  const annotations = ids.reduce((sum, id) => sum + (session.records.annotationsOf.get(id)?.size ?? 0), 0)
  const sheets = ids.reduce((sum, id) => sum + (session.records.sheetsOf.get(id)?.size ?? 0), 0)
  if (annotations + sheets === 0) {
    remove()
    return
  }
  const what = [[annotations, 'annotation'], [sheets, 'coding sheet']].flatMap(([n, name]) => (n === 0 ? [] : [`${n} ${name}${n === 1 ? '' : 's'}`]))
  const which = ids.length === 1 ? 'this article' : `these ${ids.length} articles`
  desk.overlay.set({
    kind: 'confirm', title: ids.length === 1 ? 'Remove this article?' : `Remove ${ids.length} articles?`, action: 'Remove', run: remove,
    text: `What was coded of ${which} goes too: ${what.join(' and ')}, of all coders. Undo brings everything back.`,
  })
}
