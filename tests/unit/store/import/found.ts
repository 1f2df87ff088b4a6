import type { FoundEntry } from '../../../../src/preload/contract'
import type { Article } from '../../../../src/domain/project/article'
import { article } from '../../../fixtures/records'

/** An article that was found in the file with that key, which is also its name. */
export function found(file: string, over: Partial<Article> = {}, more: Partial<Omit<FoundEntry, 'article'>> = {}, part = 0): FoundEntry {
  const one = article(`${file}-${part}`, over.headline === undefined ? `Text of ${file}.` : `Text of ${over.headline}.`, { outlet: '', date: '', headline: file, ...over })
  return { file, article: { ...one, source: { ...one.source, file, part } }, format: 'Plain text', problems: [], known: null, ...more }
}
