import type { Attribution } from '../../../domain/synopsis/attribution'
import type { NotCompared } from '../../../domain/synopsis/parallel'
import type { TableOrder } from '../../../domain/synopsis/tableQuery'

export const orderWords: Readonly<Record<TableOrder, string>> = { outlets: 'most outlets first', position: 'as in the first column', code: 'by code', strength: 'strongest first' }

export const whyNotCompared: Readonly<Record<NotCompared, string>> = {
  unreadable: 'its text can’t be read', 'no-text': 'it has no text to compare', 'other-language': 'no other article is written in its language',
}

const forms: Readonly<Record<Attribution['form'], string>> = { direct: 'direct', fragment: 'fragment', reported: 'reported', own: 'the outlet’s own words' }

/** Who says it, how it is given and through whom: “the minister, direct, through the Northern Press Agency”. */
export const attributionLine = ({ speaker, form, through }: Attribution): string =>
  [speaker, speaker === null && form === 'direct' ? 'direct quotation' : forms[form], through !== null && `through ${through}`].filter(Boolean).join(', ')
