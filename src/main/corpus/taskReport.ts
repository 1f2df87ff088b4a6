/**
 * See `Report` in domain/query/corpusTexts; what was found so far can go along.
 * @param now says it also when something was said a moment ago
 */
export type TaskReport = (done: number, total: number, soFar?: unknown, now?: boolean) => void
