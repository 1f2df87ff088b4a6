import type { Codebook, Dimension } from '../../domain/project/codebook'
import type { CodeEntry } from '../../domain/project/codes'
import { THE } from '../../domain/project/records'
import type { Outcome } from '../../domain/changes/command'
import { addCode, editCode, moveCode, whyNotMoved } from '../../domain/changes/commands/codebook/codes'
import { addDimension, editDimension, moveDimension } from '../../domain/changes/commands/codebook/dimensions'
import { standing, stepped, whereabouts, type Landing, type Step } from '../store/codebook/places'
import { codeKey, codeOf, dimensionKey, dimensionOf, type CodebookState, type Draft, type NodeKey } from '../store/codebook/state'
import { openSession, writable, type Desk } from './command'

export const openCodebook = (desk: Desk): Codebook | undefined => openSession(desk)?.records.codebook.get(THE)

const put = (desk: Desk, change: Partial<CodebookState>): void => { desk.app.codebook.update((state) => ({ ...state, ...change })) }

/** The code at hand in the codebook, while that is what one sees. */
export function codeAtHand(desk: Desk): CodeEntry | undefined {
  return desk.app.layout.get().view === 'codebook' ? openSession(desk)?.codes().get(codeOf(desk.app.codebook.get().at) ?? '') : undefined
}

/** The dimension at hand: itself, or that of the code. */
export function dimensionAtHand(desk: Desk): Dimension | undefined {
  if (desk.app.layout.get().view !== 'codebook') return undefined
  const id = dimensionOf(desk.app.codebook.get().at)
  return id === undefined ? codeAtHand(desk)?.dimension : openCodebook(desk)?.dimensions.find((one) => one.id === id)
}

/** The codes that are taken together, in the codebook's order: more than one, or none. */
export function takenCodes(desk: Desk): readonly string[] {
  const { taken } = desk.app.codebook.get()
  const there = [...(openSession(desk)?.codes().keys() ?? [])].filter((id) => taken.has(id))
  return there.length > 1 ? there : []
}

/** Goes to a row, unfolding what it lies in. */
export function goTo(desk: Desk, key: NodeKey): void {
  const codebook = openCodebook(desk)
  const above = new Set<NodeKey>()
  for (let at = codebook && standing(codebook, codeOf(key) ?? ''); codebook && at; at = standing(codebook, at.parent ?? '')) above.add(at.parent === null ? dimensionKey(at.dimension) : codeKey(at.parent))
  desk.app.codebook.update((state) => ({ ...state, at: key, from: key, taken: new Set(), side: 'form', folded: [...above].some((one) => state.folded.has(one)) ? new Set([...state.folded].filter((one) => !above.has(one))) : state.folded }))
}

export const say = (desk: Desk, said: string): void => { put(desk, { said }) }

/** Opens a line for the name of what is to be added. */
export function begin(desk: Desk, draft: Draft | null): void {
  if (!draft) return
  const parent = draft.kind === 'dimension' ? null : draft.parent === null ? dimensionKey(draft.dimension) : codeKey(draft.parent)
  desk.app.codebook.update((state) => ({ ...state, draft, renaming: null, filter: '', side: 'form', folded: parent !== null && state.folded.has(parent) ? new Set([...state.folded].filter((one) => one !== parent)) : state.folded }))
}

/** Where a code added next to, or below, what is at hand would stand. */
export function draftOf(desk: Desk, where: 'beside' | 'below'): Draft | null {
  const codebook = openCodebook(desk)
  const entry = codeAtHand(desk)
  const dimension = dimensionAtHand(desk) ?? codebook?.dimensions.at(-1)
  if (!codebook || !dimension) return null
  if (!entry) return { kind: 'code', dimension: dimension.id, parent: null, index: dimension.codes.length }
  if (where === 'below') return { kind: 'code', dimension: dimension.id, parent: entry.code.id, index: entry.code.codes.length }
  const now = standing(codebook, entry.code.id)
  return now ? { kind: 'code', dimension: now.dimension, parent: now.parent, index: now.index + 1 } : null
}

/** Ends the line for a new name: an empty one adds nothing. */
export function finishDraft(desk: Desk, typed: string): void {
  const session = writable(desk)
  const { draft } = desk.app.codebook.get()
  const name = typed.trim()
  put(desk, { draft: null })
  if (!session || !draft || name === '') return
  const at = session.circumstances()
  const before = openCodebook(desk)
  const known = new Set([...session.codes().keys(), ...(before?.dimensions.map((one) => one.id) ?? [])])
  const outcome = draft.kind === 'dimension' ? addDimension(session.records, { name, unit: 'span', index: draft.index }, at) : addCode(session.records, { name, dimension: draft.dimension, parent: draft.parent, index: draft.index }, at)
  if (!session.perform(outcome)) return
  const fresh = draft.kind === 'dimension'
    ? openCodebook(desk)?.dimensions.filter((one) => !known.has(one.id)).map((one) => dimensionKey(one.id))
    : [...session.codes().keys()].filter((id) => !known.has(id)).map(codeKey)
  const [key] = fresh ?? []
  if (key === undefined) return
  goTo(desk, key)
  announce(desk, key, 'Added: ')
}

export function rename(desk: Desk, key: NodeKey, typed: string): void {
  const session = writable(desk)
  const name = typed.trim()
  put(desk, { renaming: null })
  if (!session || name === '') return
  const [code, dimension] = [codeOf(key), dimensionOf(key)]
  const at = session.circumstances()
  const was = code === undefined ? openCodebook(desk)?.dimensions.find((one) => one.id === dimension)?.name : session.codes().get(code)?.code.name
  if (was !== name) session.perform(code === undefined ? editDimension(session.records, dimension ?? '', { name }, at) : editCode(session.records, code, { name }, at))
}

/** Moves a dimension or code and says where it stands then. */
export function moveTo(desk: Desk, key: NodeKey, to: Landing | null): void {
  const session = writable(desk)
  const [code, dimension] = [codeOf(key), dimensionOf(key)]
  if (!session || !to) return
  const at = session.circumstances()
  const refused = to.kind === 'code' ? whyNotMoved(session.records, code ?? '', to) : null
  if (refused !== null) {
    desk.app.notice.set(refused)
    return
  }
  const outcome: Outcome = to.kind === 'dimension' ? moveDimension(session.records, dimension ?? '', to.index, at) : moveCode(session.records, code ?? '', { dimension: to.dimension, parent: to.parent, index: to.index }, at)
  if (!session.perform(outcome)) return
  goTo(desk, key)
  announce(desk, key)
}

/** Where a step would take what is at hand. */
export function stepOf(desk: Desk, step: Step): Landing | null {
  const codebook = openCodebook(desk)
  const entry = codeAtHand(desk)
  if (!codebook) return null
  if (entry) {
    const place = stepped(codebook, entry.code.id, step)
    return place && { kind: 'code', ...place }
  }
  const dimension = dimensionAtHand(desk)
  const index = (dimension ? codebook.dimensions.indexOf(dimension) : -1) + (step === 'up' ? -1 : 1)
  return dimension && (step === 'up' || step === 'down') && codebook.dimensions[index] ? { kind: 'dimension', index } : null
}

function announce(desk: Desk, key: NodeKey, before = ''): void {
  const codebook = openCodebook(desk)
  if (codebook) say(desk, `${before}${whereabouts(codebook, key)}`)
}
