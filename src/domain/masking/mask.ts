import type { Article } from '../project/article'
import type { Masking } from '../project/info'
import type { Outlet } from '../project/outlet'
import type { Span } from '../text/span'
import { blotted, hiddenStretches, namedIn } from './hiddenStretches'
import { telltalesOf, waysToName, type Telltales } from './outletNames'
import { hashOf, letterOf, shuffled } from './shuffle'

/** What an article is known by where its outlet is not. */
type Origin = Pick<Article, 'outlet' | 'byline' | 'url'>

/** An article as it is shown, with its place in the coder's order: see `inOrder`. */
export type SeenArticle = Article & { readonly place: number }

/**
 * How one coder sees a project whose outlets are masked. Labels and order follow from the stored seed and the coder's id
 * alone, so that they are the same every day and on every machine, and others for everybody else.
 */
export class Mask {
  readonly #labels = new Map<string, string>()
  readonly #ways = new Map<string, readonly string[]>()
  readonly #shown = new WeakMap<object, SeenArticle>()
  readonly #telltales = new WeakMap<object, Telltales>()
  readonly #texts = new WeakMap<object, { readonly text: string; readonly masked: string }>()
  readonly #everyone: Telltales

  /** @param named every outlet name that an article has */
  constructor(private readonly masking: Masking, private readonly coder: string, named: Iterable<string>, outlets: Iterable<Outlet>) {
    const known = new Set(masking.outlets)
    const records = new Map([...outlets].map((outlet) => [outlet.name, outlet]))
    const later = new Set([...named, ...records.keys()].filter((name) => name !== '' && !known.has(name)))
    const seed = `${masking.seed}\u0000${coder}`
    for (const name of [...shuffled(known, seed), ...shuffled(later, seed)]) {
      this.#labels.set(name, `Outlet ${letterOf(this.#labels.size)}`)
      this.#ways.set(name, waysToName(name, records.get(name)))
    }
    this.#everyone = telltalesOf({ byline: '', url: '' }, [...this.#ways.values()].flat())
  }

  /** `Outlet A`; empty where an outlet is unknown anyway. */
  label(outlet: string): string {
    return outlet === '' ? '' : this.#labels.get(outlet) ?? 'Outlet'
  }

  /** The outlet that a coder knows by this label; undefined where there is none. */
  labelled(label: string): string | undefined {
    return [...this.#labels].find(([, own]) => own === label)?.[0]
  }

  /** An article as it may be shown: all that tells where it is from is hidden, its variables too. The same object for the same article. */
  article(article: Article): SeenArticle {
    const known = this.#shown.get(article)
    if (known) return known
    const hide = (text: string): string => this.line(article, text)
    const shown: SeenArticle = {
      ...article, outlet: this.label(article.outlet), headline: hide(article.headline), byline: '', section: '', url: '', variables: {},
      passages: article.passages.map((passage) => ({ ...passage, quote: blotted(passage.quote, this.hidden(article, passage.quote)) })),
      source: { ...article.source, file: 'hidden', encoding: '' }, place: this.place(article),
    }
    this.#shown.set(article, shown)
    return shown
  }

  /** An article's text, of the same length, with all hidden that gives its outlet away. */
  text(article: Origin, text: string): string {
    const known = this.#texts.get(article)
    if (known?.text === text) return known.masked
    const masked = blotted(text, this.hidden(article, text))
    this.#texts.set(article, { text, masked })
    return masked
  }

  /** The stretches of an article's text that are hidden, in order. */
  hidden(article: Origin, text: string): readonly Span[] {
    return hiddenStretches(text, this.telltales(article))
  }

  /** A headline, or a few words out of an article. */
  line(article: Origin, words: string): string {
    return blotted(words, namedIn(words, this.telltales(article)))
  }

  /** A quotation with what stands around it, of which it takes what names the outlet across its ends. */
  quote(article: Origin, { quote, prefix, suffix }: { readonly quote: string; readonly prefix: string; readonly suffix: string }): string {
    const whole = `${prefix}${quote}${suffix}`
    return blotted(whole, this.hidden(article, whole)).slice(prefix.length, prefix.length + quote.length)
  }

  /** Words that belong to no article, such as what a step of the history is called: the names of all outlets are hidden. */
  words(words: string): string {
    return blotted(words, namedIn(words, this.#everyone))
  }

  /** Where an article stands in this coder's own order: the lower, the earlier. */
  place({ id }: Pick<Article, 'id'>): number {
    return hashOf(`${this.masking.seed}\u0000${this.coder}\u0000${id}`)
  }

  /** Articles in this coder's own order. */
  inOrder<T extends Pick<Article, 'id'>>(articles: Iterable<T>): T[] {
    return [...articles].sort((a, b) => this.place(a) - this.place(b) || (a.id < b.id ? -1 : 1))
  }

  /** What tells of an article's outlet, for whoever masks its text elsewhere. */
  telltales(article: Origin): Telltales {
    const known = this.#telltales.get(article)
    if (known) return known
    const found = telltalesOf(article, this.#ways.get(article.outlet) ?? [])
    this.#telltales.set(article, found)
    return found
  }
}

/** How this coder sees the project; null while its outlets are to be seen. */
export function maskOf(masking: Masking | undefined, coder: string, articles: Iterable<Pick<Article, 'outlet'>>, outlets: Iterable<Outlet>): Mask | null {
  return masking?.on ? new Mask(masking, coder, new Set(Array.from(articles, ({ outlet }) => outlet)), outlets) : null
}
