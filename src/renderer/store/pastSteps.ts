import { noHistory, type History, type Step } from '../../domain/changes/history'
import type { Edit } from '../../domain/changes/change'
import type { Answer, Bridge, Handle, HistoryPage, Json } from '../../preload/contract'

/** What can be undone in a project that was open already when the window's page began. Rejects with a sentence. */
export async function fetchHistory(bridge: Bridge, project: Handle): Promise<History> {
  const found: { done: Step[]; undone: Step[] } = { done: [], undone: [] }
  let edits: Edit[] = []
  for (let from: number | null = 0; from !== null;) {
    const answer: Answer<Json<HistoryPage>> = await bridge.call('project.history', { project, from })
    if (!answer.ok) throw new Error(answer.message)
    const page = JSON.parse(answer.value) as HistoryPage
    for (const piece of page.pieces) {
      if (piece.first) {
        edits = []
        found[piece.of].push({ change: { label: piece.label, edits }, joins: piece.joins, at: piece.at })
      }
      for (const edit of piece.edits) edits.push(edit)
    }
    from = page.next
  }
  return found.done.length + found.undone.length === 0 ? noHistory : found
}

/** The articles and events whose annotations or sheets a history touches. */
export function subjectsOf({ done, undone }: History): readonly string[] {
  const subjects = new Set<string>()
  for (const { change } of [...done, ...undone]) {
    for (const edit of change.edits) {
      if (edit.kind !== 'annotation' && edit.kind !== 'sheet') continue
      for (const one of [edit.before, edit.after]) if (one) subjects.add(one.subject)
    }
  }
  return [...subjects]
}
