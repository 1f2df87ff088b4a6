import { NearDuplicates, type LikePair } from '../../domain/align/nearDuplicates'
import { sketchOf } from '../../domain/align/sketch'
import type { Report } from '../../domain/query/corpusTexts'
import type { Library } from './library'

/** The articles of a corpus that have much of their texts in common. */
export function findCopies(corpus: Library, _args: null, report: Report): readonly LikePair[] {
  const near = new NearDuplicates()
  const pairs: LikePair[] = []
  let done = 0
  for (const { article } of corpus.inOrder()) {
    const text = corpus.text(article.id)
    if (text !== undefined) pairs.push(...near.add(article.id, sketchOf(text, article.excluded)))
    done += 1
    report(done, corpus.size)
  }
  return pairs
}
