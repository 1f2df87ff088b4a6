import type { SheetPlace } from '../../domain/synopsis/sheet'

const forms: Readonly<Record<SheetPlace['form'], string>> = { direct: 'direct', fragment: 'fragment', reported: 'reported', own: 'in its own words' }

/** Who says it, in one line: `the chairman, fragment, through the Northern Press Agency`. */
export const attributionLine = ({ speaker, form, through }: Pick<SheetPlace, 'speaker' | 'form' | 'through'>): string =>
  [speaker, forms[form], through === null ? null : `through ${through}`].filter((part) => part !== null).join(', ')
