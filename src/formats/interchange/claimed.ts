import type { RawCoding, RawPlace } from '../work/rawWork'
import type { KeptAnnotation } from './kept'
import type { Mark } from './mark'

type Place = KeptAnnotation['places'][number]

/** What an annotation's places are as marks of the format: the places that one mark stands for, and the stretches it has. */
export type GroupsOf = (places: readonly Place[]) => readonly { readonly places: readonly Place[]; readonly stretches: readonly { readonly start: number; readonly end: number }[] }[]

/** A mark for each place. */
const single: GroupsOf = (places) => places.map((place) => ({ places: [place], stretches: [place] }))

/**
 * What is known of marks that were ours: an annotation takes the marks that stand where its own did, under its label,
 * and so is whole again; of several that stand alike its own, as far as they bear its id or its coder's name, with what was noted at them since. One whose marks are gone is gone; one of which some are gone has what is left. Marks that were
 * moved, relabelled or made elsewhere are left over.
 * @param marks null where a format has none of the kind, so that what was kept is all there is
 * @param labels those of codes by id
 * @param form how the format marks places
 */
export function claimed(kept: readonly KeptAnnotation[], marks: readonly Mark[] | null, labels: ReadonlyMap<string, string>, form: { readonly groupsOf?: GroupsOf | undefined; readonly noWholes?: true | undefined } = {}): { readonly taken: readonly Omit<RawCoding, 'document'>[]; readonly left: readonly Mark[] } {
  const { groupsOf = single, noWholes } = form
  const pool = new Map<string, Mark[]>()
  for (const mark of marks ?? []) {
    const name = nameOf(mark.label, mark.places), same = pool.get(name)
    if (same) same.push(mark)
    else pool.set(name, [mark])
  }
  const take = (one: KeptAnnotation, label: string, stretches: readonly { readonly start: number; readonly end: number }[]): Mark | undefined => {
    const alike = pool.get(nameOf(label, stretches)) ?? []
    const own = alike.findIndex((mark) => belongs(mark, one)), free = own === -1 ? alike.findIndex((mark) => kept.every((other) => other === one || !belongs(mark, other))) : own
    return free === -1 ? undefined : alike.splice(free, 1)[0]
  }
  const taken = kept.flatMap((one): Omit<RawCoding, 'document'>[] => {
    const label = labels.get(one.code)
    if (label === undefined) return []
    if (marks === null) return [coding(one, one.places.map((place) => ({ ...place, snippet: null })))]
    if (one.places.length === 0) return noWholes ?? take(one, label, []) ? [coding(one, [])] : []
    const marked = groupsOf(one.places).map((group) => ({ group, mark: take(one, label, group.stretches) }))
    const places = marked.flatMap(({ group, mark }) => found(group.places, mark))
    return places.length === 0 ? [] : [{ ...coding(one, places), note: marked.find(({ mark }) => mark && mark.note !== '' && inWords(mark.note) !== inWords(one.note))?.mark?.note ?? one.note }]
  })
  return { taken, left: [...pool.values()].flat() }
}

function found(places: readonly Place[], mark: Mark | undefined): readonly RawPlace[] {
  if (!mark) return []
  const words = new Map(mark.places.map(({ start, end, snippet }) => [`${start}-${end}`, snippet]))
  return places.map((place) => ({ ...place, snippet: words.get(`${place.start}-${place.end}`) ?? null }))
}

/** Formats may keep white space otherwise. */
const inWords = (note: string): string => note.replace(/\s+/gu, ' ').trim()

/** Whether a mark bears the id of an annotation, as itself or with the number of its place behind it, or the name of its coder. */
const belongs = ({ key, coder }: Mark, { id, coder: by }: KeptAnnotation): boolean => key === id || key.startsWith(`${id}_`) || (coder !== null && coder === by)

const nameOf = (label: string, stretches: readonly { readonly start: number; readonly end: number }[]): string => `${stretches.map(({ start, end }) => `${start}-${end}`).join(';')} ${label}`

const coding = ({ id, codebook, blind, ...rest }: KeptAnnotation, places: readonly RawPlace[]): Omit<RawCoding, 'document'> =>
  ({ ...rest, key: id, places, codebook, ...(blind && { blind }) })
