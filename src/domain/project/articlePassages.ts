import type { Article } from './article'
import { wordsKept, type Passage } from './passage'

/** How many words of an article's text are excluded. */
export const excludedWords = ({ passages }: Pick<Article, 'passages'>): number => -wordsKept(0, passages)

/** The article with other passages in place of its own, in the order of the text; its words are counted anew by them. */
export function withPassages(article: Article, passages: readonly Passage[]): Article {
  const words = wordsKept(article.words + excludedWords(article), passages)
  return { ...article, words, passages: [...passages].sort((a, b) => a.start - b.start) }
}
