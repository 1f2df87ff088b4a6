/** Names the project that is open until another is; a call under the handle of an earlier one is refused. */
export type Handle = string

/**
 * A `T` as JSON. What consists of thousands of parts takes ten times as long to come over the bridge as an object, and the
 * window stands still meanwhile.
 */
export type Json<T> = string & { readonly of?: T }
