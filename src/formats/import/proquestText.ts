import type { PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'
import { proquestLabel, proquestLabels } from './proquestLabels'
import { text, textOf } from './text'
import { unwrapped } from './unwrapped'

/** The line that stands between two documents. */
const rule = /^[_*=]{20,}[^\S\n]*$/m

/** How far into a file its format must show, in UTF-16 units. */
const BEGINNING = 200_000

/**
 * ProQuest as plain text (English labels): documents between rules; each has its headline, labels, "Full text:" with
 * the text, more labels. Covers, lists of contents and notices have no such label and are left out.
 */
export const proquestText = pressImporter({
  id: 'proquest-text',
  label: 'ProQuest, text',
  encodingOf: text.encodingOf,
  bearsMarks: (file) => {
    const beginning = textOf(file).slice(0, BEGINNING)
    return /^(?:ProQuest document ID|Publication info):/m.test(beginning) && /^(?:Full text|Title|Publication title):/im.test(beginning)
  },
  *records(file): Generator<PressRecord> {
    for (const document of textOf(file).split(rule)) {
      const lines = document.split('\n')
      if (lines.some((line) => ['text', 'document_id', 'publication'].includes(proquestLabel(line)?.field ?? ''))) yield recordOf(lines)
    }
  },
})

function recordOf(lines: readonly string[]): PressRecord {
  const textAt = lines.findIndex((line) => proquestLabel(line)?.field === 'text')
  const head = textAt === -1 ? lines : lines.slice(0, textAt)
  const tail = tailStart(lines, textAt + 1)
  const known = proquestLabels([...head, ...(textAt === -1 ? [] : lines.slice(tail))])
  const body = textAt === -1 ? [] : [proquestLabel(lines[textAt] ?? '')?.value ?? '', ...lines.slice(textAt + 1, tail)]
  const { title, byline, publication = '', date, year, section, language, url, ...variables } = Object.fromEntries(known) as Readonly<Record<string, string | undefined>>
  return {
    headline: title ?? headlineOf(head), byline: byline ?? '', date: date ?? year ?? '', section: section ?? '', language: language ?? '',
    url: publicUrl(url ?? ''), paragraphs: paragraphsOf(body), ...placed(publication, variables),
  }
}

/** The first line that is neither a label nor the number of the document. */
const headlineOf = (lines: readonly string[]): string =>
  lines.find((line) => line.trim() !== '' && !proquestLabel(line) && !/^\s*Document \d+ of \d+\s*$/.test(line)) ?? ''

/** Where the labels after the text begin: from there to the end every line that isn't empty is a label, or goes on with one. */
function tailStart(lines: readonly string[], from: number): number {
  const sure = lines.findIndex((line, index) => index >= from && ['publication', 'document_id'].includes(proquestLabel(line)?.field ?? ''))
  let start = sure === -1 ? lines.length : sure
  for (let at = start - 1; at >= from && sure !== -1; at -= 1) {
    if (proquestLabel(lines[at] ?? '')) start = at
    else if (lines[at]?.trim() !== '') break
  }
  return start
}

/** Either each line is a paragraph, or paragraphs are wrapped and have an empty line between them. */
function paragraphsOf(lines: readonly string[]): readonly string[] {
  const wrapped = lines.every((line) => line.length <= 120) && lines.filter((line) => line.length > 66).length > 2
  const body = lines.join('\n').trim()
  if (/^(?:Full text )?not available\.?$/i.test(body)) return []
  return wrapped ? body.split(/\n(?:[^\S\n]*\n)+/).map(unwrapped) : body.split(/\n+/)
}

/** Without what the address says of the library it was asked for from; empty where the address is that library's own. */
function publicUrl(address: string): string {
  const [, own = ''] = /^(https?:\/\/(?:www|search)\.proquest\.com\/[\w/.-]+)/i.exec(address.trim()) ?? []
  return own
}

/** "Ledger, Late edition; Harbour Town" is a title, an edition and a place. */
function placed(publication: string, variables: PressRecord['variables']): Pick<PressRecord, 'outlet' | 'variables'> {
  const [name = '', ...place] = publication.split(';')
  const [, outlet = name, edition] = /^(.{0,200}\S), ?([^,]{0,100}\bedition\b.{0,100})$/i.exec(name) ?? []
  return { outlet, variables: { edition, place_of_publication: place.join(';'), ...variables } }
}
