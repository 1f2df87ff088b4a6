import { editCode } from '../../domain/changes/commands/codebook/codes'
import { describe } from '../../domain/changes/commands/describe'
import { editProject } from '../../domain/changes/commands/project'
import { fillSheet } from '../../domain/changes/commands/sheets'
import { THE } from '../../domain/project/records'
import type { Memo } from '../../domain/query/memos'
import { activeColumn } from '../store/layout'
import { openSession, writable, type Command, type Desk } from './command'
import type { MemoTarget } from './memoTarget'
import { openAnnotation, openSubject } from './reviewing'
import { picked } from './textCommands'

/** What can be given a memo as things stand, the likeliest first: the picked annotation, the article, its event, the code in hand, the project. */
export function memoTargets(desk: Desk): readonly MemoTarget[] {
  const session = openSession(desk)
  if (!session) return []
  const layout = desk.app.layout.get()
  const annotation = picked(desk)
  const article = session.records.article.get(activeColumn(layout)?.article ?? '')
  const event = article?.event ?? layout.event
  const code = session.codes().get(annotation?.code ?? desk.lastCode.get() ?? '')?.code
  return [
    ...(annotation ? [{ kind: 'annotation', id: annotation.id } as const] : []),
    ...(article ? [{ kind: 'article', id: article.id } as const] : []),
    ...(event !== null && session.records.event.has(event) ? [{ kind: 'event', id: event } as const] : []),
    ...(code ? [{ kind: 'code', id: code.id } as const] : []),
    { kind: 'project', id: THE },
  ]
}

/** The memo as it is; of an article or event the coder's own. */
export function memoText(desk: Desk, { kind, id }: MemoTarget): string {
  const session = openSession(desk)
  const records = session?.records
  switch (kind) {
    case 'annotation': return records?.annotation.get(id)?.note ?? ''
    case 'article':
    case 'event': return records?.sheetsOf.get(id)?.get(session?.opened.coder.id ?? '')?.memo ?? ''
    case 'code': return session?.codes().get(id)?.code.memo ?? ''
    case 'project': return records?.project.get(THE)?.memo ?? ''
  }
}

/** Whether the coder may write it: nobody writes in another coder's annotation. */
export function canWriteMemo(desk: Desk, { kind, id }: MemoTarget): boolean {
  const session = writable(desk)
  if (!session || (kind === 'article' && session.blocked(id))) return false
  if (kind === 'article' || kind === 'event') return session.loaded.get().has(id)
  if (kind !== 'annotation') return true
  const annotation = session.records.annotation.get(id)
  return annotation?.coder === session.opened.coder.id && !session.blocked(annotation.subject)
}

/** Writes a memo; what is written in a row on the same is one step to undo. */
export function writeMemo(desk: Desk, { kind, id }: MemoTarget, text: string): void {
  const session = writable(desk)
  if (!session) return
  const { records } = session
  const at = session.circumstances()
  switch (kind) {
    case 'annotation':
      session.perform(describe(records, { annotation: id, note: text }, at), `note ${id}`)
      break
    case 'article':
    case 'event':
      session.perform(fillSheet(records, { subject: id, memo: text }, at), `memo ${id}`)
      break
    case 'code':
      session.perform(editCode(records, id, { memo: text }, at))
      break
    case 'project':
      session.perform(editProject(records, { memo: text }), 'memo of the project')
  }
}

/** Goes to what a memo is about. */
export function goToMemo(desk: Desk, { kind, id }: Memo): void {
  if (kind === 'annotation') openAnnotation(desk, id)
  else if (kind === 'entity') desk.hint.set('This memo stands with its entity')
  else {
    if (kind === 'article' || kind === 'event') openSubject(desk, id)
    desk.overlay.set({ kind: 'memo', on: { kind, id } })
  }
}

export const memoCommands: readonly Command[] = [
  {
    id: 'memo.write', menu: 'Code', group: 2, keys: ['Shift+m'], scope: 'reader', label: () => 'Memo …',
    enabled: (desk) => openSession(desk) !== null, run: ({ overlay }) => { overlay.set({ kind: 'memo', on: null }) },
  },
  {
    id: 'memo.all', menu: 'Code', group: 2, keys: [], scope: 'anywhere', label: () => 'Show all memos',
    enabled: (desk) => openSession(desk) !== null,
    run: (desk) => {
      desk.review.update((review) => ({ ...review, tab: 'memos' }))
      desk.app.layout.update((layout) => ({ ...layout, view: 'annotations' }))
    },
  },
]
