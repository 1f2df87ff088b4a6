import type { Report } from '../../domain/query/corpusTexts'

/**
 * See `Report`; what was found so far can go along.
 * @param now says it also when something was said a moment ago
 */
export type TaskReport = (...args: [...progress: Parameters<Report>, soFar?: unknown, now?: boolean]) => void
