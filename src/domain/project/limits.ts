/** How many characters (UTF-16 code units) a name or line may have. */
export const LONGEST_LINE = 10_000

/** How many lines an article may have: one of more would hold up the window that shows it. */
export const MOST_LINES = 1_000_000

/** How many characters (UTF-16 code units) a memo or note may have. */
export const LONGEST_MEMO = 100_000

/** How many characters (UTF-16 code units) the passage of an example may have. */
export const LONGEST_EXAMPLE = 10_000
