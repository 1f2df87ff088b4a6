import type { Attribution } from '../attribution/attribution'
import type { LinkKind } from './parallel'

/** What kinds of links are called before researchers. */
export const kindWords: Readonly<Record<LinkKind, string>> = { identical: 'same words', quotation: 'same quotation, other words', wording: 'close wording' }

const forms: Readonly<Record<Attribution['form'], string>> = { direct: 'direct', fragment: 'fragment', reported: 'reported', own: 'the outlet’s own words' }

/** Who says it, how it is given and through whom: "the minister, direct, through the Northern Press Agency". */
export const attributionLine = ({ speaker, form, through }: Attribution): string =>
  [speaker, speaker === null && form === 'direct' ? 'direct quotation' : forms[form], through !== null && `through ${through}`].filter(Boolean).join(', ')
