/** What a researcher should look at in an article that was found. */
export type ImportProblem =
  | { readonly kind: 'no-outlet' | 'no-date' | 'no-headline' | 'no-text' | 'very-short' | 'very-long' }
  /** A date that stands in the text but need not be the day of publication: offered, not taken. */
  | { readonly kind: 'date-in-text'; readonly date: string; readonly quote: string }
  /** A date or another field that could not be read; `quote` is what stands there. */
  | { readonly kind: 'unread-date'; readonly quote: string }
  /** Anything else, as a sentence for the researcher. */
  | { readonly kind: 'note'; readonly message: string }
