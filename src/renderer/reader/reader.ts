import type { Reader, ReaderOptions } from './handle'

export type { Reader, ReaderEvents, ReaderOptions } from './handle'
export type { Colour, MarkStyle, ReaderMark } from './mark'
export type { Edge, Move } from './moves'
export type { Theme } from './palette'

/**
 * Puts a column of text into `host`, which it fills and scrolls itself.
 * @throws Error when the browser can't paint custom highlights
 */
export function mountReader(host: HTMLElement, options: ReaderOptions): Reader {
  throw new Error(`The reader is not built yet (${host.tagName}, ${options.label}).`)
}
