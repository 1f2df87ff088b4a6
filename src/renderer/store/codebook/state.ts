/** A row of the codebook's outline: dimensions and codes have ids of their own each, so the same id can be both. */
export type NodeKey = `dimension:${string}` | `code:${string}`

export const dimensionKey = (id: string): NodeKey => `dimension:${id}`
export const codeKey = (id: string): NodeKey => `code:${id}`

export const codeOf = (key: NodeKey | null): string | undefined => (key?.startsWith('code:') === true ? key.slice('code:'.length) : undefined)
export const dimensionOf = (key: NodeKey | null): string | undefined => (key?.startsWith('dimension:') === true ? key.slice('dimension:'.length) : undefined)

/** Where a code stands: among the codes of `parent`, or directly under its dimension. */
export interface Place {
  readonly dimension: string
  readonly parent: string | null
  /** Among its siblings, itself not counted. */
  readonly index: number
}

/** A row whose name is still being typed; there is nothing in the codebook yet. */
export type Draft = { readonly kind: 'dimension'; readonly index: number } | ({ readonly kind: 'code' } & Place)

/** What stands open in the codebook's outline. Kept apart from the project's data. */
export interface CodebookState {
  /** The row that has the keyboard, and whose form is shown. */
  readonly at: NodeKey | null
  /** Ids of the codes that are taken together; empty while it is only the one at hand. */
  readonly taken: ReadonlySet<string>
  /** Where a range taken with Shift begins. */
  readonly from: NodeKey | null
  readonly folded: ReadonlySet<NodeKey>
  readonly filter: string
  readonly draft: Draft | null
  readonly renaming: NodeKey | null
  readonly side: 'form' | 'log'
  /** The last thing to be read out. */
  readonly said: string
}

export const emptyCodebookState: CodebookState = {
  at: null, taken: new Set(), from: null, folded: new Set(), filter: '', draft: null, renaming: null, side: 'form', said: '',
}
