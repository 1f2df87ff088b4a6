/** What of the findings is shown. */
export type ImportTab = 'articles' | 'tables' | 'refused'
