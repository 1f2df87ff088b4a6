import type { OffsetReading } from '../../../domain/text/offsets'
import type { FoundWorkFile, RefusedFile, WorkChoices, WorkFindings } from '../../../preload/contract'

type ByFile<T> = Readonly<Record<string, T>>

/** Others' coding that was found in some files, and what is to become of it. Every function returns a new one. */
export interface WorkState {
  readonly found: readonly FoundWorkFile[]
  readonly refused: readonly RefusedFile[]
  /** Whether reading was ended before all files were read. */
  readonly cancelled: boolean
  /** Keys of the files that stay out. */
  readonly left: ReadonlySet<string>
  /** File key -> coder key -> id of the coder here. */
  readonly coders: ByFile<ByFile<string>>
  /** How the researcher said that positions of a file are read. */
  readonly readings: ByFile<OffsetReading>
}

/** What bears the name of a coder of this project is taken for theirs until somebody says otherwise. */
export function begun({ found, refused, cancelled }: WorkFindings): WorkState {
  const coders = Object.fromEntries(found.map((file) => [file.key, likelyCoders(file)]))
  return { found, refused, cancelled, left: new Set(found.filter(bringsNothing).map(({ key }) => key)), coders, readings: {} }
}

/** Findings of the same files, read in another way: what was chosen of them stays. */
export function reread(state: WorkState, { found, refused }: WorkFindings): WorkState {
  const empty = found.filter((file) => bringsNothing(file)).map(({ key }) => key)
  const wasEmpty = new Set(state.found.filter(bringsNothing).map(({ key }) => key))
  return { ...state, found, refused, left: new Set([...[...state.left].filter((key) => !wasEmpty.has(key)), ...empty]) }
}

export const withReading = (state: WorkState, file: string, reading: OffsetReading): WorkState =>
  ({ ...state, readings: { ...state.readings, [file]: reading } })

/** @param here id of the coder of this project; null for one of their own */
export function withCoder(state: WorkState, file: string, coder: string, here: string | null): WorkState {
  const rest = Object.entries(state.coders[file] ?? {}).filter(([key]) => key !== coder)
  return { ...state, coders: { ...state.coders, [file]: Object.fromEntries(here === null ? rest : [...rest, [coder, here]]) } }
}

export const withFile = (state: WorkState, file: string, comes: boolean): WorkState =>
  ({ ...state, left: new Set(comes ? [...state.left].filter((key) => key !== file) : [...state.left, file]) })

/** True while it has to be said how positions are read. */
export const isUndecided = ({ codings, readings, reading }: FoundWorkFile): boolean => reading === null && readings.length > 0 && codings > 0

/** True when all of it is in the project already, or can't be placed there. */
export const bringsNothing = (file: FoundWorkFile): boolean =>
  !isUndecided(file) && file.fresh.articles + file.fresh.annotations + file.fresh.codes === 0

/** True when something of a file that brings nothing is in the project. */
const isKnown = ({ documents: { known }, knownCodes, placed }: FoundWorkFile): boolean => known + knownCodes + placed > 0

/** True when codings of a file stay behind because their texts are neither in it nor in the project. */
const isStranded = (file: FoundWorkFile): boolean => !isUndecided(file) && file.documents.missing > 0 && file.fresh.annotations === 0 && file.codings > file.placed

/** True when no coding would come in, because the texts they belong to are nowhere. */
export function wantsTexts(state: WorkState): boolean {
  const files = coming(state)
  const some = files.length === 0 ? state.found : files
  return some.some(isStranded) && some.every((file) => !isUndecided(file) && file.fresh.annotations === 0)
}

export const coming = ({ found, left }: WorkState): readonly FoundWorkFile[] => found.filter(({ key }) => !left.has(key))

export function choicesOf(state: WorkState): WorkChoices {
  const files = coming(state).map(({ key }) => key)
  return { files, coders: Object.fromEntries(files.map((key) => [key, state.coders[key] ?? {}])) }
}

/** Why it can't come in as it is, as a sentence; null when it can. */
export function hindranceOf(state: WorkState): string | null {
  const files = coming(state)
  if (state.found.length === 0) return state.refused.length === 0 ? 'There is no coding in these files.' : 'There is nothing here that could come in.'
  if (state.found.every(bringsNothing)) return state.found.some(isStranded) ? 'Nothing of it can come in yet.' : state.found.every(isKnown) ? 'All that can come in is in the project already.' : 'There is nothing here that could come in.'
  if (files.length === 0) return 'Nothing is ticked.'
  const [undecided] = files.filter(isUndecided)
  if (!undecided) return null
  return state.found.length === 1 ? 'Say first how its positions are counted.' : `Say first how positions in ${undecided.file} are counted, or leave it out.`
}

const likelyCoders = ({ coders }: FoundWorkFile): ByFile<string> => Object.fromEntries(coders.flatMap(({ key, here }) => (here === null ? [] : [[key, here]])))
