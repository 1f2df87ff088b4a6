import type { KeyboardEvent } from 'react'

/** The digit a key writes. */
export const digitOf = ({ key }: KeyboardEvent): number | undefined => (/^\d$/.test(key) ? Number(key) : undefined)

/** The place in a list a digit means: 1 the first, 0 the tenth. */
export const positionOf = (digit: number): number => (digit + 9) % 10
