import type { RawCoding } from './rawWork'

/** A coding of a document, as far as nothing else is said. */
export const bareCoding = (document: string, code: string, coder: string | null): RawCoding =>
  ({ key: '', document, code, coder, places: [], values: {}, note: '', certainty: null, created: '', modified: '' })
