import { codeEntries } from '../../domain/project/codes'
import type { ProjectContents } from '../source'

/** A passage as it reads, with what stands around it. */
export interface PlacedExample {
  readonly document: string
  readonly code: string
  readonly before: string
  readonly passage: string
  readonly after: string
}

const MOST = 6
/** UTF-16 units of a passage. */
const LONGEST = 300

/** Some passages to judge by, from as many documents as there are, and from their ends, where what is read wrongly is furthest off. */
export function examplesOf({ articles, annotations, codebook }: Pick<ProjectContents, 'articles' | 'annotations' | 'codebook'>): readonly PlacedExample[] {
  const entries = codeEntries(codebook), byId = new Map(articles.map((one) => [one.id, one]))
  const last = new Map<string, (typeof annotations)[number]>()
  for (const one of annotations) {
    const before = last.get(one.subject)?.spans[0]
    if (one.spans[0] && (!before || one.spans[0].start >= before.start)) last.set(one.subject, one)
  }
  const chosen = [...last.values()].slice(0, MOST)
  const more = annotations.filter((one) => one.spans.length > 0 && !chosen.includes(one)).slice(0, MOST - chosen.length)
  return [...chosen, ...more].flatMap(({ subject, code, spans: [span] }) => {
    const article = byId.get(subject)
    if (!article || !span) return []
    return [{ document: article.headline || article.source.file, code: entries.get(code)?.code.name ?? code, before: span.prefix, passage: span.quote.length > LONGEST ? `${span.quote.slice(0, LONGEST)} …` : span.quote, after: span.suffix }]
  })
}
