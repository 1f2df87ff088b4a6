import type { Change } from '../../domain/changes/change'
import { annotate } from '../../domain/changes/commands/annotate'
import { codeWhole } from '../../domain/changes/commands/codeWhole'
import { recodeAll } from '../../domain/changes/commands/recode'
import { removeAnnotations } from '../../domain/changes/commands/remove'
import { resize } from '../../domain/changes/commands/resize'
import { passageOf, rolesOf, shownFields, type CodeEntry } from '../../domain/project/codes'
import type { Span } from '../../domain/text/span'
import { movedSpan, type Move } from '../reader/moves'
import { withUsed } from '../store/recentCodes'
import { performAny } from './carryOut'
import { canApply, codable, codableWhole } from './codeTargets'
import { openSession, writable, type Command, type Desk, type FieldsAsked } from './command'
import { showPane, withSideTab } from './panes'
import { sayExcluded } from './passages'
import { chosenOwn } from './reviewing'
import { activeReader, pick, picked } from './textCommands'

/** The picked annotation, if it is the coder's own and may be written. */
export function pickedOwn(desk: Desk) {
  const session = writable(desk)
  const annotation = picked(desk)
  const own = session && annotation?.coder === session.opened.coder.id && !session.blocked(annotation.subject)
  return session && own ? { session, annotation } : undefined
}

/**
 * Applies a code to what its dimension is for: to what is selected or to the passage of the picked annotation, which keeps its
 * own code; or to the article or event in hand. The new annotation becomes the picked one; the selection stays, so that it
 * can take another code.
 */
export async function applyCode(desk: Desk, code: string): Promise<void> {
  const session = writable(desk)
  const entry = session?.codes().get(code)
  if (!session || !entry || !canApply(desk, entry)) return
  const whole = codableWhole(desk, entry)
  const target = codable(desk)
  if (target && whole === undefined && rolesOf(entry).length > 0) {
    noteUse(desk, code)
    // Each selection is then said to be one of its parts, in any order.
    desk.guide.set({ code, article: target.article, annotation: null, step: crypto.randomUUID() })
    return
  }
  const change = whole === undefined
    ? target ? annotate(session.records, { ...target, text: await session.text(target.article), code }, session.circumstances()) : null
    : codeWhole(session.records, { subject: whole, code }, session.circumstances())
  noteUse(desk, code)
  const done = session.perform(change)
  if (done) pickChanged(desk, change)
  else if (whole !== undefined) pickThere(desk, whole, code)
  else if (target) sayExcluded(desk, target.article, [target.span])
  if (whole !== undefined) desk.app.layout.update((layout) => withSideTab(layout, entry.dimension.unit === 'event' ? 'event' : 'article'))
  if (done) askNow(desk)
}

/** Takes the keyboard to the first field of a code that wants to be asked for at once; a brush goes on with its strokes. */
function askNow(desk: Desk): void {
  const annotation = picked(desk)
  const entry = annotation && writable(desk)?.codes().get(annotation.code)
  if (annotation && entry?.code.ask === 'now' && desk.brush.get() === null && shownFields(annotation, entry).length > 0) toFields(desk, 'first')
}

/** Whether a code can be given stroke by stroke: one of passages that is not put together from parts. */
export const fitsBrush = (entry: CodeEntry): boolean => entry.dimension.unit === 'span' && rolesOf(entry).length === 0

/** Gives what is selected the code on the brush, if there is one, and lets go of the selection: the next stroke can follow. */
export async function brush(desk: Desk): Promise<void> {
  const code = desk.brush.get()
  const reader = activeReader(desk)
  // A selection that is to fill a role is not the brush's.
  if (code === null || !reader?.selection() || desk.guide.get() !== null || desk.roleAsked.get() !== null) return
  if (!openSession(desk)?.codes().has(code)) {
    desk.brush.set(null)
    desk.hint.set('The code on the brush is gone: the brush was put down')
    return
  }
  await applyCode(desk, code)
  reader.setSelection(null)
  desk.app.layout.update((layout) => ({ ...layout, selection: null }))
}

/** Picks the coder's own annotation of an article or event that carries a code already. */
function pickThere(desk: Desk, subject: string, code: string): void {
  const session = openSession(desk)
  const there = [...(session?.records.annotationsOf.get(subject)?.values() ?? [])].find((one) => one.code === code && one.coder === session?.opened.coder.id)
  if (there) desk.app.layout.update((layout) => ({ ...layout, picked: there.id }))
}

/** A code was used: it is the one to repeat, and among the recent ones. */
function noteUse(desk: Desk, code: string): void {
  desk.lastCode.set(code)
  desk.recent.update((recent) => withUsed(recent, code))
}

/** Gives the picked annotation another code, or those chosen in the list of annotations. */
export async function recodeInHand(desk: Desk, code: string): Promise<void> {
  const session = writable(desk)
  if (!session || !(await performAny(desk, recodeAll(session.records, { annotations: inHand(desk), code }, session.circumstances())))) return
  noteUse(desk, code)
  askNow(desk)
}

/** Ids of what can be recoded, deleted or confirmed: the picked annotation, or those chosen in the list of annotations. */
export function inHand(desk: Desk): readonly string[] {
  const own = pickedOwn(desk)
  return own ? [own.annotation.id] : chosenOwn(desk)
}

const counted = (desk: Desk, one: string, many: (n: number) => string): string => {
  const { length } = inHand(desk)
  return length > 1 ? many(length) : one
}

/** Gives an annotation another span. @param joins see `Session.perform` */
export async function resizeAnnotation(desk: Desk, id: string, span: Span, joins: string | null = null): Promise<void> {
  const session = writable(desk)
  const annotation = session?.records.annotation.get(id)
  if (!session || !annotation || session.blocked(annotation.subject)) return
  const text = await session.text(annotation.subject)
  if (session.perform(resize(session.records, { annotation: id, text, span }, session.circumstances()), joins)) return
  sayExcluded(desk, annotation.subject, [span], annotation.spans)
}

/** Shows what a change made: picks the annotation it left behind, without giving up the selection. */
function pickChanged(desk: Desk, change: Change | null): void {
  const edit = change?.edits.find((one) => one.kind === 'annotation' && one.after !== null)
  if (edit) desk.app.layout.update((layout) => ({ ...layout, picked: edit.id }))
}

async function moveEnd(desk: Desk, move: Move): Promise<void> {
  const own = pickedOwn(desk)
  const passage = passageOf(own?.annotation)
  if (!own || !passage) return
  const { subject: article, id } = own.annotation
  const text = await own.session.text(article)
  const span = movedSpan(text, passage, move, own.session.records.article.get(article)?.language)
  if (!span) return
  await resizeAnnotation(desk, id, span, `resize ${id}`)
  desk.readers.get(article)?.reveal(move.includes('start') ? span.start : span.end)
}

const end = (move: Move, keys: readonly string[], label: string): Command => ({
  id: `annotation.${move}`, menu: 'Code', group: 3, keys, scope: 'reader', label: () => label,
  enabled: (desk) => passageOf(pickedOwn(desk)?.annotation) !== undefined, run: (desk) => moveEnd(desk, move),
})

/** One command per code of the open codebook, with the code's own key. */
export const codeCommand = (entry: CodeEntry): Command => ({
  id: `code.${entry.code.id}`, code: entry.code.id, menu: 'Code', group: 9, keys: entry.code.key === '' ? [] : [entry.code.key], scope: 'reader',
  label: () => `${entry.dimension.name}: ${entry.code.name}`,
  enabled: (desk) => canApply(desk, entry) || (desk.brush.get() !== null && fitsBrush(entry)),
  run: (desk) => {
    if (desk.brush.get() === null || !fitsBrush(entry)) return applyCode(desk, entry.code.id)
    desk.brush.set(entry.code.id)
    return brush(desk)
  },
})

/** Coding, and what can be done with the picked annotation. */
export const codeCommands: readonly Command[] = [
  {
    id: 'edit.delete', menu: 'Edit', group: 1, keys: ['Delete', 'Backspace'], scope: 'reader', label: (desk) => counted(desk, 'Delete the annotation', (n) => `Delete ${n} annotations`),
    enabled: (desk) => inHand(desk).length > 0,
    run: async (desk) => {
      const session = writable(desk)
      const own = pickedOwn(desk)
      if (!session || !(await performAny(desk, removeAnnotations(session.records, inHand(desk), session.circumstances()))) || !own) return
      pick(desk, null)
      desk.readers.get(own.annotation.subject)?.focus()
    },
  },
  {
    id: 'code.choose', menu: 'Code', group: 0, keys: ['Enter', 'c'], scope: 'reader', label: () => 'Choose a code …',
    enabled: (desk) => writable(desk) !== null && activeReader(desk)?.selection() != null,
    run: ({ overlay }) => { overlay.set({ kind: 'codes', recode: false }) },
  },
  {
    id: 'code.repeat', menu: 'Code', group: 0, keys: ['.'], scope: 'reader',
    label: (desk) => {
      const last = writable(desk)?.codes().get(desk.lastCode.get() ?? '')
      return last ? `Repeat “${last.code.name}”` : 'Repeat the last code'
    },
    enabled: (desk) => {
      const last = writable(desk)?.codes().get(desk.lastCode.get() ?? '')
      return last !== undefined && canApply(desk, last)
    },
    run: (desk) => applyCode(desk, desk.lastCode.get() ?? ''),
  },
  {
    id: 'annotation.recode', menu: 'Code', group: 1, keys: ['r'], scope: 'reader', label: (desk) => counted(desk, 'Give the annotation another code …', (n) => `Give ${n} annotations another code …`),
    enabled: (desk) => inHand(desk).length > 0, run: ({ overlay }) => { overlay.set({ kind: 'codes', recode: true }) },
  },
  {
    id: 'annotation.fields', menu: 'Code', group: 1, keys: ['f', 'Enter'], scope: 'reader', label: () => 'Go to the fields',
    enabled: (desk) => picked(desk) !== undefined, run: (desk) => { toFields(desk) },
  },
  end('grow-end-word', ['Alt+ArrowRight'], 'Move its end by a word'),
  end('shrink-end-word', ['Alt+ArrowLeft'], 'Move its end back by a word'),
  end('grow-start-word', ['Alt+Shift+ArrowLeft'], 'Move its start back by a word'),
  end('shrink-start-word', ['Alt+Shift+ArrowRight'], 'Move its start by a word'),
  end('grow-end-character', ['Alt++'], 'Move its end by a character'),
  end('shrink-end-character', ['Alt+-'], 'Move its end back by a character'),
  end('grow-start-character', ['Alt+*'], 'Move its start back by a character'),
  end('shrink-start-character', ['Alt+_'], 'Move its start by a character'),
  end('grow-end-sentence', ['Alt+ArrowDown'], 'Move its end by a sentence'),
  end('shrink-end-sentence', ['Alt+ArrowUp'], 'Move its end back by a sentence'),
]

/** Shows the fields, wherever they are folded away, and puts the keyboard into them. */
export function toFields(desk: Desk, which: FieldsAsked = 'missing'): void {
  if (!picked(desk)) return
  desk.app.layout.update((layout) => showPane(layout, 'side', true))
  desk.fieldsAsked.set(which)
}
