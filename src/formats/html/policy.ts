/** What a page that was exported may do: nothing is fetched and nothing runs, also where the words of an article would like that. */
export const POLICY = "default-src 'none'; style-src 'unsafe-inline'"
