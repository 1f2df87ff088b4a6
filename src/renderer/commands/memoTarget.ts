import type { Memo } from '../../domain/query/memos'

/** What one writes a memo on. Entities' memos are written where entities are. */
export type MemoTarget = Pick<Memo, 'id'> & { readonly kind: Exclude<Memo['kind'], 'entity'> }
