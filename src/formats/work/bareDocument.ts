import type { RawCoding, RawDocument } from './rawWork'

/** A document of which nothing is known but its text. */
export const bareDocument = (key: string, name: string, text: string | null): RawDocument =>
  ({ key, name, text, headline: '', outlet: '', date: '', byline: '', section: '', language: '', url: '', event: null, variables: {}, memo: '' })

/** A coding of a document, as far as nothing else is said. */
export const bareCoding = (document: string, code: string, coder: string | null): RawCoding =>
  ({ key: '', document, code, coder, places: [], values: {}, note: '', certainty: null, created: '', modified: '' })
