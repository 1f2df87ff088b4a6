import { LONGEST_MEMO } from '../../domain/project/limits'
import type { Sheet } from '../../domain/project/sheet'
import type { Losses } from './losses'
import type { PlacedDocument } from './rawArticles'
import type { RawSheet, RawWork } from './rawWork'
import type { WorkIds } from './workIds'

interface SheetTools {
  readonly ids: WorkIds
  readonly now: string
  readonly documents: ReadonlyMap<string, PlacedDocument>
  readonly event: (key: string) => string | null
  readonly coder: (key: string | null) => string
  /** Id of a dimension by its key. */
  readonly dimension: (key: string) => string | undefined
}

/** What coders said of documents and events as a whole; a document's memo is the first coder's, as other programs don't say whose it is. */
export function placedSheets({ sheets = [], coders: [first], documents }: RawWork, tools: SheetTools, losses: Losses): readonly Sheet[] {
  const memos = documents.filter(({ memo }) => memo.trim() !== '').map(({ key, memo }): RawSheet => ({ key: '', document: key, coder: first?.key ?? '', coded: [], memo, modified: '' }))
  return [...sheets, ...memos].flatMap(({ key, document, coder, coded, memo, modified }) => {
    const subject = tools.documents.get(document)?.article.id ?? tools.event(document)
    if (subject === null) losses.add('memos and finished dimensions of documents that are left out')
    if (subject === null) return []
    return [{
      id: tools.ids('sheet', key, subject, coder), coder: tools.coder(coder), subject, coded: coded.flatMap((dimension) => tools.dimension(dimension) ?? []),
      memo: memo.slice(0, LONGEST_MEMO), modified: modified || tools.now,
    }]
  })
}
