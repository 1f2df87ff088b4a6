import type { Args, CallName, Result } from '../../preload/contract'

/** What answers each call of one area of the contract. */
export type Answers<Area> = { readonly [K in keyof Area & CallName]: (args: Args<K>) => Promise<Result<K>> | Result<K> }
