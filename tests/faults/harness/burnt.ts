/** Calls of each of `openat`, `statx` and `close` that the program `saver` makes before it opens the project. */
export const BURNT = 150
