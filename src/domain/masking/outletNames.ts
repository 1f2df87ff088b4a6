import type { Article } from '../project/article'
import type { Outlet } from '../project/outlet'

/** Parts of addresses that name no outlet. */
const NO_NAME = new Set(['www', 'amp', 'm', 'en', 'news', 'edition', 'web', 'com', 'org', 'net', 'co', 'info', 'int', 'gov', 'edu', 'ac'])
/** In UTF-16 units: what is shorter is found in too many words. */
const SHORTEST = 3

/**
 * All that an outlet is called where it speaks of itself: its name and aliases, also without "The", in capitals, with
 * hyphens for spaces, and as initials (Northern Press Agency: NPA).
 */
export function waysToName(name: string, outlet: Outlet | undefined): readonly string[] {
  const ways = new Set<string>()
  for (const one of [name, ...(outlet?.aliases ?? [])].map((way) => way.trim()).filter(Boolean)) {
    const short = one.replace(/^the\s+(?=\p{L}{3})/iu, '')
    for (const way of [one, short]) for (const spelt of [way, way.replace(/\s+/gu, '-'), way.replace(/[-‐‑–]/gu, ' ')]) ways.add(spelt).add(spelt.toUpperCase())
    const initials = Array.from(one.matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu), ([letter]) => letter).join('')
    for (const letters of [initials, initials.replace(/^T(?=.)/u, '')]) if (letters.length >= SHORTEST && /\s/u.test(one)) ways.add(letters)
  }
  return [...ways]
}

/** An address's host without "www."; undefined where it has none. */
export const hostOf = (url: string): string | undefined => /^(?:[a-z]+:)?(?:\/\/)?([^/?#\s]+\.[^/?#\s]+)/iu.exec(url.trim())?.[1]?.toLowerCase().replace(/^www\./u, '')

/** What an article's address says of its outlet: `https://www.harbourpost.example/…` -> harbourpost.example, harbourpost. */
function hostNames(url: string): readonly string[] {
  const host = hostOf(url)
  if (host === undefined) return []
  const parts = host.split('.')
  const own = parts.slice(0, -1).filter((part) => part.length >= SHORTEST && !NO_NAME.has(part))
  return [host, ...own]
}

/** How it reads within an address, a handle or a hashtag; null where it is too short to be told from other words. */
function compact(name: string): string | null {
  const letters = name.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '')
  return letters.length >= SHORTEST ? letters : null
}

/** What is hidden of one article's text. */
export interface Telltales {
  /** As they stand in a text, in this case; see `spotter`. */
  readonly names: readonly string[]
  /** In lower case and without signs, for addresses, handles and hashtags. */
  readonly compact: readonly string[]
}

/** @param ways see `waysToName` */
export function telltalesOf({ byline, url }: Pick<Article, 'byline' | 'url'>, ways: readonly string[]): Telltales {
  const hosts = hostNames(url)
  const authors = byline.replace(/^(?:by|von|par|por)\s+/iu, '').split(/\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b)\s*/u).filter((one) => one.length >= SHORTEST)
  const names = new Set([...ways, ...hosts, ...(byline.trim() === '' ? [] : [byline.trim(), ...authors])])
  const inAddresses = new Set([...ways, ...hosts].map(compact).filter((one): one is string => one !== null))
  return { names: [...names], compact: [...inAddresses] }
}
