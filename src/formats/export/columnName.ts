/** A name as a column is called: letters and digits of any script with `_` between them, as R and Python take it; empty where it has neither. */
export const columnWords = (name: string): string => name.normalize('NFC').toLocaleLowerCase('en').replace(/[^\p{L}\p{N}\p{M}]+/gu, '_').replace(/^_+|_+$/g, '')
