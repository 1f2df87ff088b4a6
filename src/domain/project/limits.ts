/** How many characters (UTF-16 code units) a name or line may have. */
export const LONGEST_LINE = 10_000

/** How many characters (UTF-16 code units) a memo or note may have. */
export const LONGEST_MEMO = 100_000

/** How many characters (UTF-16 code units) the passage of an example may have. */
export const LONGEST_EXAMPLE = 10_000
