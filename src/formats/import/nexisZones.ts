import { headFields, labelled, longFields, note, type LabelStyle } from './nexisLabels'
import { oneLine, statedDate, type PressRecord } from './pressArticle'

/** How many paragraphs without a label may stand between the labels before the body. */
const BETWEEN_LABELS = 3

/** How many further paragraphs a caption or a correction after the body may have. */
const LONGEST_TAIL = 8

/** And if it is the first of the labels there, so that no paragraph that only looks like a label takes the body with it. */
const LONGEST_FIRST = 2

/** What follows headline, outlet and date in a document of LexisNexis or Nexis Uni: labels, body, labels. */
interface Zones {
  readonly known: ReadonlyMap<string, string>
  readonly body: readonly string[]
}

/** @param from where the labels before the body may begin */
export function zones(paragraphs: readonly string[], from: number, style: LabelStyle): Zones {
  const { known, deck, next } = headLabels(paragraphs, from, style)
  return withTail(known, deck, paragraphs.slice(next), style)
}

/** @param known from the labels before the body; the labels after it are added */
export function withTail(known: Map<string, string>, deck: readonly string[], paragraphs: readonly string[], style: LabelStyle): Zones {
  const tail = tailStart(paragraphs, style)
  let open = ''
  for (const paragraph of paragraphs.slice(tail)) {
    const label = labelled(paragraph, style) ?? { field: open, listed: true, value: paragraph }
    open = label.field
    note(known, label)
  }
  return { known, body: [...deck, ...paragraphs.slice(0, tail)] }
}

/** The highlight, a standfirst, begins the text; length, corrections, captions and classification become variables. */
export function recordOf({ known, body }: Zones): Omit<PressRecord, 'outlet' | 'date' | 'headline'> {
  const { byline, section, language, url, highlight, ...rest } = Object.fromEntries(known) as Readonly<Record<string, string | undefined>>
  return {
    ...given({ byline, section, language, url }),
    paragraphs: highlight === undefined ? body : [highlight, ...body],
    variables: { ...rest, load_date: isoOr(rest['load_date']), correction_date: isoOr(rest['correction_date']) },
  }
}

const isoOr = (value: string | undefined): string => statedDate(oneLine(value)) || oneLine(value)

const given = <T extends string>(fields: Readonly<Record<T, string | undefined>>): Partial<Record<T, string>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Record<T, string>>

function headLabels(paragraphs: readonly string[], from: number, style: LabelStyle): { readonly known: Map<string, string>; readonly deck: readonly string[]; readonly next: number } {
  const known = new Map<string, string>()
  const deck: string[] = []
  let next = from
  // The length is the last of them; what follows it without a label is the body.
  for (let ahead = from; ahead < paragraphs.length && ahead - next <= (known.has('stated_length') ? 0 : BETWEEN_LABELS); ahead += 1) {
    const label = labelled(paragraphs[ahead] ?? '', style)
    if (!label?.listed || (ahead > next && !headFields.has(label.field))) continue
    for (const between of paragraphs.slice(next, ahead)) {
      // A label that isn't listed is one here, but above the first of them it may be a headline's "WAR: …".
      const unlisted = known.size > 0 ? labelled(between, style) : undefined
      if (unlisted) note(known, unlisted)
      else deck.push(between)
    }
    note(known, label)
    next = ahead + 1
  }
  return { known, deck, next }
}

/** Where the labels after the body begin: from there to the end everything is a label, or goes on with a long one. */
function tailStart(paragraphs: readonly string[], style: LabelStyle): number {
  let start = paragraphs.length
  let loose = 0
  for (let at = paragraphs.length - 1; at >= 0 && loose <= LONGEST_TAIL; at -= 1) {
    const label = labelled(paragraphs[at] ?? '', style)
    if (!label) loose += 1
    else if (label.listed) {
      if (loose > 0 && !(longFields.has(label.field) && (loose <= LONGEST_FIRST || labelled(paragraphs[at - 1] ?? '', style)))) break
      start = at
      loose = 0
    }
  }
  return start
}
