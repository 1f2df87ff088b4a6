import type { Article } from './article'
import type { Passage } from './passage'

/** How many words of an article's text are excluded. */
export const excludedWords = ({ passages }: Pick<Article, 'passages'>): number => -wordsKept(0, passages)

/** The article with other passages in place of its own, in the order of the text; its words are counted anew by them. */
export function withPassages(article: Article, passages: readonly Passage[]): Article {
  const words = wordsKept(article.words + excludedWords(article), passages)
  return { ...article, words, passages: [...passages].sort((a, b) => a.start - b.start) }
}

/** Words of an article's text without what is excluded of it. @param all words of the whole text */
export const wordsKept = (all: number, passages: readonly Passage[]): number =>
  passages.reduce((sum, one) => (one.state === 'excluded' ? sum - one.words : sum), all)
