/** How much a word tells: the logarithm of how few articles have it (inverse document frequency), at least 0. */
export type Rarity = (word: string) => number
