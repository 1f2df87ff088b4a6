import { removePart, setPart } from '../../domain/changes/commands/parts'
import { partsOf } from '../../domain/project/codes'
import type { Field } from '../../domain/project/field'
import { pickedOwn, toFields } from './codeCommands'
import type { Command, Desk, RoleAsked } from './command'
import { sayExcluded } from './passages'
import { activeArticle, activeReader } from './textCommands'

/** The role that the next selection fills, while its annotation is in hand. */
export function askedRole(desk: Desk): RoleAsked | null {
  const asked = desk.roleAsked.get()
  return asked !== null && pickedOwn(desk)?.annotation.id === asked.annotation ? asked : null
}

/** Goes to the text, where the next selection fills a role. What is selected already, or the role's last part, is where one begins. */
export function askRole(desk: Desk, field: Field, mode: RoleAsked['mode']): void {
  const own = pickedOwn(desk)
  const reader = own && desk.readers.get(own.annotation.subject)
  if (!own || !reader) return
  desk.guide.set(null)
  desk.roleAsked.set({ annotation: own.annotation.id, role: field.id, mode })
  const from = partsOf(own.annotation, field).at(-1) ?? own.annotation.spans[0]
  if (!reader.selection() && from) {
    reader.setSelection({ start: from.start, end: from.end })
    desk.app.layout.update((layout) => ({ ...layout, selection: reader.selection() }))
    reader.reveal(from)
  }
  reader.focus()
}

/** Goes back to the form without filling anything. */
export function leaveRole(desk: Desk): void {
  const asked = askedRole(desk)
  desk.roleAsked.set(null)
  if (asked) toFields(desk, { at: asked.role })
}

export async function takeSelection(desk: Desk): Promise<void> {
  const own = pickedOwn(desk)
  const asked = askedRole(desk)
  const span = desk.readers.get(own?.annotation.subject ?? '')?.selection()
  if (!own || !asked || !span) return
  const text = await own.session.text(own.annotation.subject)
  const done = own.session.perform(setPart(own.session.records, { ...asked, text, span: { start: span.start, end: span.end } }, own.session.circumstances()))
  if (!done) sayExcluded(desk, own.annotation.subject, [span], own.annotation.spans)
  desk.roleAsked.set(null)
  desk.readers.get(own.annotation.subject)?.setSelection(null)
  desk.app.layout.update((layout) => ({ ...layout, selection: null }))
  toFields(desk, { after: asked.role })
}

/** Takes a part out of a role; the keyboard stays with the role. */
export function dropPart(desk: Desk, role: string, index: number): void {
  const own = pickedOwn(desk)
  if (own?.session.perform(removePart(own.session.records, { annotation: own.annotation.id, role, index }, own.session.circumstances()))) toFields(desk, { at: role })
}

/** True when the column in use shows the article whose annotation waits for a role, and something in it is selected. */
export const canTake = (desk: Desk): boolean =>
  askedRole(desk) !== null && pickedOwn(desk)?.annotation.subject === activeArticle(desk) && activeReader(desk)?.selection() != null

/** Filling the roles of an annotation from the text. */
export const roleCommands: readonly Command[] = [
  {
    id: 'role.take', passing: true, menu: 'Text', group: 5, keys: ['Enter'], scope: 'reader', label: () => 'Fill the role with the selection',
    enabled: canTake, run: takeSelection,
  },
  {
    id: 'role.leave', passing: true, menu: 'Text', group: 5, keys: ['Escape'], scope: 'reader', label: () => 'Leave the role as it is',
    enabled: (desk) => askedRole(desk) !== null, run: leaveRole,
  },
]
