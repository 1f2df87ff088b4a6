import type { Annotation } from '../project/annotation'
import type { Article } from '../project/article'
import type { Masking } from '../project/info'
import type { Outlet } from '../project/outlet'
import type { Span } from '../text/span'
import { blotted, hiddenStretches, namedIn } from './hiddenStretches'
import { hostOf, telltalesOf, waysToName, type Telltales } from './outletNames'
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
  readonly #telltales = new Map<string, Telltales>()
  readonly #texts = new WeakMap<object, { readonly text: string; readonly masked: string }>()
  #everyone: Telltales | undefined

  /**
   * @param named every outlet name that an article has
   * @param origins what all articles are known by, for `words`; asked for at most once
   */
  constructor(private readonly masking: Masking, private readonly coder: string, named: Iterable<string>, outlets: Iterable<Outlet>, private readonly origins: () => Iterable<Origin> = () => []) {
    const records = new Map([...outlets].map((outlet) => [outlet.name, outlet]))
    const seed = `${masking.seed}\u0000${coder}`
    // Each lot is shuffled by itself, so that no label changes when another lot comes in.
    for (const lot of [masking.outlets, ...(masking.later ?? []), [...named, ...records.keys()]]) {
      const fresh = new Set(lot.filter((name) => name !== '' && !this.#labels.has(name)))
      for (const name of shuffled(fresh, seed)) {
        this.#labels.set(name, `Outlet ${letterOf(this.#labels.size)}`)
        this.#ways.set(name, waysToName(name, records.get(name)))
      }
    }
  }

  /** Whether an outlet has a label, or is unknown anyway. */
  knows(outlet: string): boolean {
    return outlet === '' || this.#labels.has(outlet)
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
    const shown: SeenArticle = {
      ...article, outlet: this.label(article.outlet), headline: this.line(article, article.headline), byline: '', section: '', url: '', variables: {},
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

  /**
   * An annotation of an article with its quotations as they are shown: cut out of the masked text where that is at hand.
   * Where it is not, only names are hidden: what is a line of credit shows in whole lines.
   */
  annotation(article: Origin, annotation: Annotation, text: string | undefined): Annotation {
    const spans = annotation.spans.map((span) => ({ ...span, quote: this.#quote(article, span, text), prefix: '', suffix: '' }))
    return { ...annotation, spans }
  }

  #quote(article: Origin, { start, end, quote, prefix, suffix }: Annotation['spans'][number], text: string | undefined): string {
    if (text?.slice(start, end) === quote) return this.text(article, text).slice(start, end)
    // A name may go across its ends.
    return this.line(article, `${prefix}${quote}${suffix}`).slice(prefix.length, prefix.length + quote.length)
  }

  /** Words that belong to no article, such as what a step of the history is called: the names of all outlets and authors are hidden. */
  words(words: string): string {
    this.#everyone ??= everyone([...this.#ways.values()].flat(), this.origins())
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
    // Most articles of an outlet have their author and host in common with others.
    const key = [article.outlet, article.byline, hostOf(article.url) ?? ''].join('\u0000')
    const known = this.#telltales.get(key)
    if (known) return known
    const found = telltalesOf(article, this.#ways.get(article.outlet) ?? [])
    this.#telltales.set(key, found)
    return found
  }
}

function everyone(ways: readonly string[], origins: Iterable<Origin>): Telltales {
  const [names, compact] = [new Set<string>(), new Set<string>()]
  const seen = new Set<string>()
  const take = (origin: Pick<Origin, 'byline' | 'url'>, own: readonly string[]): void => {
    const found = telltalesOf(origin, own)
    for (const name of found.names) names.add(name)
    for (const name of found.compact) compact.add(name)
  }
  take({ byline: '', url: '' }, ways)
  for (const { byline, url } of origins) {
    const key = `${byline}\u0000${hostOf(url) ?? ''}`
    if (!seen.has(key)) take({ byline, url }, [])
    seen.add(key)
  }
  return { names: [...names], compact: [...compact] }
}

/** How this coder sees the project; null while its outlets are to be seen. */
export function maskOf(masking: Masking | undefined, coder: string, articles: ReadonlyMap<string, Origin> | readonly Origin[], outlets: Iterable<Outlet>): Mask | null {
  return masking?.on ? new Mask(masking, coder, new Set(Array.from(articles.values(), ({ outlet }) => outlet)), outlets, () => articles.values()) : null
}
