import type { Article } from '../../project/article'
import { withPassages } from '../../project/articlePassages'
import type { Passage, PassageState } from '../../project/passage'
import type { Records } from '../../project/records'
import { countWords, wholeWords } from '../../text/canonical'
import { sayingOf } from '../../text/lines'
import { overlaps, sameSpan, trimmedSpan, type Span } from '../../text/span'
import { sameData, type Edit } from '../change'
import type { Outcome } from '../command'
import type { Plan } from '../plan'

/** What was found in the text of an article, and in which version of it. */
export interface FoundPassages {
  readonly article: string
  readonly version: number
  readonly passages: readonly Passage[]
}

/** A passage of an article, by where it begins. */
export interface PassagePlace {
  readonly article: string
  readonly start: number
}

/**
 * Adds what was found to what is known of the articles. What overlaps a known passage is left out, and so are articles whose
 * text was corrected meanwhile. Null when that leaves nothing.
 */
export function addPassages(records: Records, found: readonly FoundPassages[], label = 'propose boilerplate'): Plan | null {
  const fresh = found.filter(({ article, version, passages }) => records.article.get(article)?.version === version && passages.length > 0)
  return planned(records, label, fresh, ({ passages }, before) => withFresh(before, passages))
}

/** Excludes passages, keeps them as text, or leaves them to be decided. Those marked by hand that are not to be excluded are no passages any more. */
export function decidePassages(records: Records, places: readonly PassagePlace[], state: PassageState): Plan | null {
  const starts = new Map<string, Set<number>>()
  for (const { article, start } of places) {
    const known = starts.get(article)
    if (known) known.add(start)
    else starts.set(article, new Set([start]))
  }
  const asked = [...starts].map(([article, own]) => ({ article, own }))
  return planned(records, said(state, places.length), asked, ({ own }, before) => decided(before, (one) => own.has(one.start), state))
}

/** Every passage that says the same (see `sayingOf`), in the articles of one outlet or with null in all. */
export interface Same {
  readonly quote: string
  readonly outlet: string | null
  /** Where else it stands, as far as it is to be marked there as well. */
  readonly found?: readonly FoundPassages[]
}

/** The same for all of them. */
export function decideSame(records: Records, { quote, outlet, found = [] }: Same, state: PassageState): Plan | null {
  const wanted = sayingOf(quote)
  const fresh = new Map(found.filter(({ article, version }) => records.article.get(article)?.version === version).map((one) => [one.article, one.passages]))
  const asked: { readonly article: string }[] = []
  for (const { id, outlet: own, passages } of records.article.values()) {
    if ((outlet === null || own === outlet) && (fresh.has(id) || passages.some((one) => one.state !== state && sayingOf(one.quote) === wanted))) asked.push({ article: id })
  }
  return planned(records, `${said(state, 1)} everywhere`, asked, ({ article }, before) => {
    const after = decided(before, (one) => sayingOf(one.quote) === wanted, state)
    return withFresh(after, (fresh.get(article) ?? []).map((one) => ({ ...one, state })))
  })
}

/**
 * Excludes a stretch of an article by hand, whole words of it; passages it overlaps become one with it.
 * @param text the article's canonical text
 */
export function excludeSpan(records: Records, { article, text, span }: { readonly article: string; readonly text: string; readonly span: Span }): Outcome {
  const before = records.article.get(article)
  const trimmed = trimmedSpan(text, span)
  if (!before || !trimmed) return null
  const meant = wholeWords(text, trimmed)
  const met = before.passages.filter((one) => overlaps(one, meant))
  const [start, end] = [Math.min(meant.start, ...met.map((one) => one.start)), Math.max(meant.end, ...met.map((one) => one.end))]
  const quote = text.slice(start, end)
  const reason = met.find((one) => sameSpan(one, { start, end }))?.reason ?? 'by-hand'
  const passage: Passage = { start, end, quote, reason, state: 'excluded', words: countWords(quote) }
  const after = withPassages(before, [...before.passages.filter((one) => !met.includes(one)), passage])
  return sameData(before, after) ? null : { label: 'exclude a passage', edits: [{ kind: 'article', id: article, before, after }] }
}

/** The article with passages added to it, as far as they overlap none it has. */
function withFresh(article: Article, fresh: readonly Passage[]): Article {
  const added = fresh.filter((one) => !article.passages.some((known) => overlaps(known, one)))
  return added.length === 0 ? article : withPassages(article, [...article.passages, ...added])
}

function decided(article: Article, which: (passage: Passage) => boolean, state: PassageState): Article {
  if (!article.passages.some((one) => which(one) && one.state !== state)) return article
  const passages = article.passages.flatMap((one): readonly Passage[] => {
    if (!which(one)) return [one]
    return one.reason === 'by-hand' && state !== 'excluded' ? [] : [{ ...one, state }]
  })
  return withPassages(article, passages)
}

/** A plan that changes the articles asked for that are there; null when none would change. */
function planned<T extends { readonly article: string }>(records: Records, label: string, asked: readonly T[], change: (one: T, before: Article) => Article): Plan | null {
  function* edits(): Iterable<Edit> {
    for (const one of asked) {
      const before = records.article.get(one.article)
      const after = before && change(one, before)
      if (before && after !== before) yield { kind: 'article', id: one.article, before, after: after ?? null }
    }
  }
  for (const _ of edits()) return { label, touched: asked.length, edits }
  return null
}

const verbs: Readonly<Record<PassageState, string>> = { excluded: 'exclude', kept: 'keep', proposed: 'leave undecided' }

const said = (state: PassageState, count: number): string => (count === 1 ? `${verbs[state]} a passage` : `${verbs[state]} ${count} passages`)
