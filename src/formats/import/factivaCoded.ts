import { textOfHtml } from './htmlText'
import type { PressRecord } from './pressArticle'

/** What the codes are for (Factiva, "Indexing codes and fields"); a code that isn't listed becomes a variable of that name. */
const codes: Readonly<Record<string, string>> = {
  HD: 'headline', BY: 'byline', SN: 'outlet', PD: 'date', SE: 'section', LA: 'language', LP: 'lead', TD: 'text',
  WC: 'stated_length', ET: 'time', SC: 'source_code', PG: 'page', ED: 'edition', CLM: 'column', CY: 'copyright', CR: 'credit', CT: 'contact', VOL: 'volume',
  ART: 'graphic', RF: 'reference', CO: 'company', IN: 'industry', NS: 'subject', RE: 'region', PUB: 'publisher', AN: 'document_id', NGC: 'source_group', GC: 'source_group_code',
}

/** What an article of Factiva's HTML says where each field has its code: rows of a code and a value. */
export function factivaCoded(article: Element): PressRecord {
  const known = new Map<string, string>()
  for (const row of article.querySelector('table')?.rows ?? []) {
    const [label, value] = row.cells
    const code = label?.textContent.trim() ?? ''
    if (value && /^[A-Z]{2,4}$/.test(code)) known.set(codes[code] ?? code.toLowerCase(), textOfHtml(value).text)
  }
  const { headline, byline, outlet, date, section, language, lead = '', text = '', document_id: id = '', ...variables } = Object.fromEntries(known) as Readonly<Record<string, string | undefined>>
  return {
    headline: headline ?? '', byline: byline ?? '', outlet: outlet ?? '', date: date ?? '', section: section ?? '', language: language ?? '',
    paragraphs: `${lead}\n\n${text}`.split(/\n{2,}/),
    variables: { ...variables, document_id: withoutWord(id) },
  }
}

/** "Document ABC0000020111229e7ct0001r", in whatever language. */
export const withoutWord = (id: string): string => id.trim().split(/\s+/).at(-1) ?? ''
