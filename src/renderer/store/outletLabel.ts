import type { Article } from '../../domain/project/article'
import type { Session } from './session'

type Seen = Pick<Session, 'masked' | 'records'>

/** An article as it is shown: itself, or with all hidden that tells its outlet while outlets are masked. Whatever puts an article before somebody's eyes, or searches or sorts articles for them, goes by this. */
export const shownArticle = ({ masked }: Pick<Session, 'masked'>, article: Article): Article => masked.mask?.article(article) ?? article

/** What an article's outlet is called: its name, or `Outlet A` while outlets are masked. */
export const outletLabel = ({ masked }: Pick<Session, 'masked'>, article: Article): string => masked.mask?.label(article.outlet) ?? article.outlet

export const shownHeadline = ({ masked }: Pick<Session, 'masked'>, article: Article): string => masked.mask?.line(article, article.headline) ?? article.headline

/** An article's text as it is shown, of the same length: offsets into it are those of the text. */
export function shownText({ masked: { mask }, records }: Seen, articleId: string, text: string): string {
  const article = mask && records.article.get(articleId)
  return article ? mask.text(article, text) : text
}

/** Words that belong to no article, such as the name of a step that can be undone. */
export const shownWords = ({ masked }: Pick<Session, 'masked'>, words: string): string => masked.mask?.words(words) ?? words
