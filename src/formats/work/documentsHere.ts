import type { Article } from '../../domain/project/article'
import { normalName } from '../../domain/project/entityNames'
import type { RawDocument } from './rawWork'

/**
 * The articles that documents without a text are, by the document's key: those of the text that the file gives the hash of, otherwise of the same
 * source file, address or headline, if outlet and date don't differ. A document that may be several is none.
 */
export function documentsHere(documents: readonly RawDocument[], articles: readonly Article[]): ReadonlyMap<string, Article> {
  const byName = new Map<string, Article[]>()
  const file = (key: string, article: Article): void => { byName.set(key, [...(byName.get(key) ?? []), article]) }
  for (const article of articles) {
    for (const name of new Set([article.source.file, article.url, article.headline].filter((one) => one !== '').map(nameKey))) file(name, article)
  }
  const byHash = new Map(articles.map((article) => [article.hash, article]))
  return new Map(documents.filter(({ text }) => text === null).flatMap((document) => {
    const sameText = document.hash === undefined ? undefined : byHash.get(document.hash)
    if (document.hash !== undefined) return sameText ? [[document.key, sameText] as const] : []
    const named = new Set([document.name, document.url, document.headline].filter((one) => one !== '').flatMap((name) => byName.get(nameKey(name)) ?? []))
    const [only, ...others] = [...named].filter((article) => agrees(document.outlet, article.outlet) && agrees(document.date, article.date))
    return only && others.length === 0 ? [[document.key, only] as const] : []
  }))
}

const nameKey = (name: string): string => normalName(name.replace(/\.[a-z0-9]{1,5}$/i, ''))

const agrees = (a: string, b: string): boolean => a === '' || b === '' || normalName(a) === normalName(b)
