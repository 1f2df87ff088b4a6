import { annotate } from '../../domain/changes/commands/annotate'
import { quoted } from '../../domain/changes/commands/codebook/quoted'
import { setPart } from '../../domain/changes/commands/parts'
import { partsOf, rolesOf, type CodeEntry } from '../../domain/project/codes'
import type { Annotation } from '../../domain/project/annotation'
import type { Field } from '../../domain/project/field'
import { toFields } from './codeCommands'
import { openSession, writable, type Command, type Desk } from './command'
import { sayExcluded } from './passages'
import { activeArticle, activeReader, pick } from './textCommands'

/** What is being put together: its code, its roles, and what fills them so far. */
export interface Guided {
  readonly entry: CodeEntry
  readonly roles: readonly Field[]
  /** Undefined before the first role is filled, and after undo took it away. */
  readonly annotation: Annotation | undefined
}

export function guided(desk: Desk): Guided | undefined {
  const guide = desk.guide.get()
  const session = openSession(desk)
  const entry = session?.codes().get(guide?.code ?? '')
  return guide && session && entry ? { entry, roles: rolesOf(entry), annotation: session.records.annotation.get(guide.annotation ?? '') } : undefined
}

/** The annotation that stays in hand while text of an article is selected, because it is being put together there. */
export function heldIn(desk: Desk, article: string): string | null {
  return guided(desk) && desk.guide.get()?.article === article ? (desk.guide.get()?.annotation ?? null) : null
}

const here = (desk: Desk): boolean => desk.guide.get()?.article === activeArticle(desk)

/** Says that the selection fills a role; what fills it already stays, as a quotation may be broken up. */
export async function fillRole(desk: Desk, n: number): Promise<void> {
  const session = writable(desk)
  const guide = desk.guide.get()
  const role = guided(desk)?.roles[n - 1]
  const reader = activeReader(desk)
  const span = reader?.selection()
  if (!session || !guide || !role || !span || !here(desk)) return
  const text = await session.text(guide.article)
  const known = session.records.annotation.get(guide.annotation ?? '')
  const at = session.circumstances()
  const change = known
    ? setPart(session.records, { annotation: known.id, role: role.id, text, span, mode: 'add' }, at)
    : annotate(session.records, { article: guide.article, text, span, code: guide.code, role: role.id }, at)
  if (!change) sayExcluded(desk, guide.article, [span], known?.spans)
  // All of it is one step, called by what it makes.
  if (!change || !session.perform({ ...change, label: `mark ${quoted(guided(desk)?.entry.code.name ?? '')}` }, `guide ${guide.step}`)) return
  const id = known?.id ?? change.edits[0]?.id ?? null
  desk.guide.set({ ...guide, annotation: id })
  reader?.setSelection(null)
  desk.app.layout.update((layout) => ({ ...layout, picked: id, selection: null }))
}

/** Ends it; with `fields` the rest is asked for. What was said stays. */
function end(desk: Desk, fields: boolean): void {
  const { annotation, entry } = guided(desk) ?? {}
  desk.guide.set(null)
  pick(desk, annotation?.id ?? null)
  if (fields && annotation && entry?.fields.some((field) => field.kind !== 'role')) toFields(desk)
}

const role = (n: number): Command => ({
  id: `guide.role-${n}`, passing: true, menu: 'Code', group: 6, keys: [String(n)], scope: 'reader',
  label: (desk) => `The selection is the ${guided(desk)?.roles[n - 1]?.name ?? `part ${n}`}`,
  enabled: (desk) => guided(desk)?.roles[n - 1] !== undefined && here(desk) && activeReader(desk)?.selection() != null,
  run: (desk) => fillRole(desk, n),
})

/** Putting an attribution together. While one does, its keys come before all others. */
export const guideCommands: readonly Command[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(role),
  {
    id: 'guide.done', passing: true, menu: 'Code', group: 6, keys: ['Enter'], scope: 'reader', label: () => 'All parts are marked: go to the fields',
    enabled: (desk) => guided(desk) !== undefined && here(desk), run: (desk) => { end(desk, true) },
  },
  {
    id: 'guide.end', passing: true, menu: 'Code', group: 6, keys: ['Escape'], scope: 'reader', label: () => 'Stop marking parts',
    enabled: (desk) => guided(desk) !== undefined && here(desk), run: (desk) => { end(desk, false) },
  },
]

/** What fills a role so far, as one line. */
export const filling = (annotation: Annotation | undefined, field: Field): string =>
  annotation ? partsOf(annotation, field).map((part) => part.quote).join(' […] ') : ''
