import { sameData } from '../../../domain/changes/change'
import type { ColumnMapping } from '../../../domain/import/mapping'
import type { Article } from '../../../domain/project/article'
import type { FoundEntry, ImportFindings, RefusedFile, TableOffer } from '../../../preload/contract'
import { corrected, isTicked, noChoices, rowId, type Choices } from './corrections'

/** What was found in the files, and what is to become of it. Every function returns a new one. */
export interface ImportState {
  /** In the order in which they were read. */
  readonly entries: readonly FoundEntry[]
  readonly tables: readonly TableOffer[]
  readonly refused: readonly RefusedFile[]
  /** Whether reading was ended before all files were read. */
  readonly cancelled: boolean
  /** Why reading ended before that by itself; null when it did not. */
  readonly stopped: string | null
  readonly choices: Choices
  /** What the choices were before each act, and after each that was undone. */
  readonly done: readonly Choices[]
  readonly undone: readonly Choices[]
}

/** Findings as they come, under the names that the project has for outlets. */
export type Found = Omit<ImportFindings, 'found'> & { readonly found: readonly FoundEntry[] }

// Each step keeps what was chosen before it: so many acts one does not take back one by one.
const MOST_STEPS = 200

export const begun = ({ found, tables, refused, cancelled, stopped }: Found): ImportState =>
  ({ entries: found, tables, refused, cancelled, stopped, choices: noChoices, done: [], undone: [] })

/** Chooses or corrects, as one step. */
export function act(state: ImportState, change: (choices: Choices) => Choices): ImportState {
  const choices = change(state.choices)
  return sameChoices(choices, state.choices) ? state : { ...state, choices, done: [...state.done, state.choices].slice(-MOST_STEPS), undone: [] }
}

export function undo(state: ImportState): ImportState {
  const before = state.done.at(-1)
  return before ? { ...state, choices: before, done: state.done.slice(0, -1), undone: [...state.undone, state.choices] } : state
}

export function redo(state: ImportState): ImportState {
  const after = state.undone.at(-1)
  return after ? { ...state, choices: after, done: [...state.done, state.choices], undone: state.undone.slice(0, -1) } : state
}

/** What a table's columns mean is changed; what it then holds is yet to be read. */
export const mapped = (state: ImportState, key: string, mapping: ColumnMapping): ImportState =>
  ({ ...state, tables: state.tables.map((one) => (one.key === key ? { ...one, mapping, remembered: false } : one)) })

/** One file's findings take the place of what was found in it before; what was chosen and corrected of it stays. */
export function reread(state: ImportState, key: string, { found, tables, refused, stopped }: Found): ImportState {
  const first = state.entries.findIndex((one) => one.file === key)
  const others = state.entries.filter((one) => one.file !== key)
  const at = first === -1 ? others.length : first
  const table = tables.find((one) => one.key === key)
  return {
    ...state, entries: [...others.slice(0, at), ...found, ...others.slice(at)], stopped: stopped ?? state.stopped,
    tables: table ? state.tables.map((one) => (one.key === key ? { ...table, remembered: one.remembered } : one)) : state.tables,
    refused: [...state.refused.filter((one) => one.key !== key), ...refused],
  }
}

/** The state without the entries that don't pass; its tables can't be read anew. */
export const only = (state: ImportState, passes: (entry: FoundEntry) => boolean): ImportState =>
  ({ ...state, entries: state.entries.filter(passes), tables: [] })

/** The articles that are to come in, as they were corrected, in the order in which they were read. */
export const chosenArticles = ({ entries, choices }: ImportState): readonly Article[] =>
  entries.flatMap((one) => (isTicked(one, choices) ? [corrected(one, choices)] : []))

const indexes = new WeakMap<readonly FoundEntry[], ReadonlyMap<string, FoundEntry>>()

/** The entries by row. */
export function entriesById({ entries }: ImportState): ReadonlyMap<string, FoundEntry> {
  const known = indexes.get(entries)
  if (known) return known
  const index = new Map(entries.map((one) => [rowId(one), one]))
  indexes.set(entries, index)
  return index
}

const sameChoices = (a: Choices, b: Choices): boolean =>
  a.flipped.size === b.flipped.size && [...a.flipped].every((id) => b.flipped.has(id)) && a.corrections.size === b.corrections.size && [...a.corrections].every(([id, one]) => sameData(one, b.corrections.get(id)))
