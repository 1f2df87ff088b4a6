import type { KeyboardEvent } from 'react'

/** True for the Enter that ends an entry, not for one that only takes a suggestion of an input method. */
export const confirms = (event: KeyboardEvent): boolean => event.key === 'Enter' && !event.nativeEvent.isComposing
