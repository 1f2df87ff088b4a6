import type { Choice } from '../../controls/ChoiceField'
import type { Code, Dimension } from '../../../domain/project/codebook'
import type { Field, Level } from '../../../domain/project/field'

/** A list in which nothing can be left out: the compiler asks for every name. */
const listed = <V extends string>(names: Readonly<Record<V, string>>): readonly Choice<V>[] => (Object.keys(names) as V[]).map((value) => ({ value, label: names[value] }))

export const units = listed<Dimension['unit']>({ span: 'passages (any selected text)', paragraph: 'paragraphs', article: 'whole articles', event: 'events' })
export const amounts = listed<Dimension['choice']>({ many: 'several codes', one: 'one code' })
export const levels = listed<Level>({ nominal: 'nominal (names)', ordinal: 'ordinal (an order)', interval: 'interval (equal steps)', ratio: 'ratio (with a zero)' })
export const marks = listed<Dimension['mark']>({ tint: 'a tint under the text', line: 'a line under the text', polarity: 'by the sign of its scale' })
export const asking = listed<Code['ask']>({ later: 'later, when one goes to them', now: 'at once, when the code is given' })
export const scores = listed<Code['score']>({ none: 'no score', mean: 'the mean of its answers' })
export const fieldKinds = listed<Field['kind']>({
  text: 'text', 'one-of': 'one of', 'many-of': 'many of', 'yes-no': 'yes or no', ordinal: 'scale', number: 'number',
  entity: 'entity', entities: 'entities in order', role: 'part of the text', link: 'link to an annotation',
})

export const kindName = (kind: Field['kind']): string => fieldKinds.find((one) => one.value === kind)?.label ?? kind

/** A number with its noun. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
