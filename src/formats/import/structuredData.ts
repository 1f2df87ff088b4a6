/** What a page says of its article in JSON-LD, as search engines read it (schema.org, Article); empty where it doesn't. */
export interface StructuredArticle {
  readonly headline: string
  readonly datePublished: string
  readonly author: string
  readonly publisher: string
  readonly section: string
}

/** How many objects are looked at, over all scripts of a page. */
const MOST_OBJECTS = 2000

type Json = Readonly<Record<string, unknown>>

/** The first article that a page's JSON-LD describes. */
export function structuredArticle(page: Document): StructuredArticle | undefined {
  const article = objectsIn(page).find((one) => /Article$|^(?:BlogPosting|Report)$/.test(textOf(one['@type'])) && textOf(one['headline']) !== '')
  return article && {
    headline: textOf(article['headline']), datePublished: textOf(article['datePublished']), author: textOf(article['author']),
    publisher: textOf(article['publisher']), section: textOf(article['articleSection']),
  }
}

/** All objects of all scripts, the outer ones first. */
function objectsIn(page: Document): readonly Json[] {
  const queue: unknown[] = [...page.querySelectorAll('script[type="application/ld+json" i]')].map((script) => parsed(script.textContent ?? ''))
  const found: Json[] = []
  for (let i = 0; i < queue.length && found.length < MOST_OBJECTS; i += 1) {
    const value = queue[i]
    if (isObject(value)) found.push(value)
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value).slice(0, MOST_OBJECTS)) queue.push(inner)
  }
  return found
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A string, the `name` of an object, or the strings of a list. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.slice(0, 50).map((one: unknown) => (Array.isArray(one) ? '' : textOf(one))).filter((one) => one !== '').join(', ')
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : ''
}
