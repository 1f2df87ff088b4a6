import type { SheetPassage, SheetPlace, SynopsisSheet } from '../../domain/synopsis/sheet'
import { attributionLine, kindWords } from '../../domain/synopsis/words'
import { plain } from '../html/plain'
import { POLICY } from '../html/policy'

const STYLE = `
:root { color-scheme: light dark; --paper: #fdfcf9; --desk: #f3f1ec; --ink: #1e1c19; --ink-2: #5f5a52; --ink-3: #706a60; --hair: #cfc9bd; --mark: #fbe6bd; --line: #8f6200 }
@media (prefers-color-scheme: dark) { :root { --paper: #1c1b19; --desk: #151413; --ink: #e9e4da; --ink-2: #aaa397; --ink-3: #8f887c; --hair: #45413b; --mark: #4a3a14; --line: #e3b758 } }
body { margin: 24px; font: 13px/1.45 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper) }
h1 { margin: 0 0 4px; font: 600 22px/1.3 'Source Serif 4', Georgia, serif }
p { margin: 0 0 16px; color: var(--ink-2) }
.table { overflow-x: auto }
table { border-collapse: collapse }
th, td { min-width: 200px; max-width: 340px; padding: 10px 12px; border: 1px solid var(--hair); text-align: left; vertical-align: top }
thead th { background: var(--paper) }
tbody th { min-width: 140px; background: var(--desk) }
th small { display: block; font-weight: 400; color: var(--ink-2) }
td { font: 15px/1.5 'Source Serif 4', Georgia, serif }
td p { margin: 0; color: var(--ink-3) }
td .by { margin-bottom: 10px; font: 11.5px/1.4 Inter, system-ui, sans-serif }
mark { padding: 0 1px; border-bottom: 2px solid var(--line); background: var(--mark); color: var(--ink) }
.gap { background: repeating-linear-gradient(-45deg, transparent 0 7px, var(--hair) 7px 8px); font: 11.5px/1.4 Inter, system-ui, sans-serif }
.gap span { padding: 2px 5px; background: var(--paper); color: var(--ink-2) }
`

/** The synopsis as a page of its own, as it is shown: words that the other outlets don't have are marked, the others are paler. */
export function synopsisHtml(sheet: SynopsisSheet): string {
  const { event, date, articles, passages, of } = sheet
  const count = passages.length === of ? `${of} shared passages` : `${passages.length} of ${of} shared passages`
  const masked = sheet.masked ? ' Outlets are masked.' : ''
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width">
<title>${plain(event)}: synopsis</title><style>${STYLE}</style></head><body>
<h1>${plain(event)}</h1>
<p>${plain([date, count].filter(Boolean).join(' · '))}. Marked words are not those of most other outlets that have the passage; “not found” says that no sentence there has enough words in common with it.${masked}</p>
<div class="table"><table><thead><tr><th>Passage</th>${articles.map(({ outlet, headline, date: day }) => `<th><bdi>${plain(outlet || headline)}</bdi><small>${plain(day)}</small></th>`).join('')}</tr></thead>
<tbody>
${passages.map((passage) => row(sheet, passage)).join('\n')}
</tbody></table></div>
</body></html>
`
}

function row({ articles }: SynopsisSheet, { name, kind, state, outlets, places }: SheetPassage): string {
  const cells = articles.map(({ id }) => {
    const own = places.filter(({ article }) => article === id)
    return own.length === 0 ? '<td class="gap"><span>not found</span></td>' : `<td>${own.map(told).join('')}</td>`
  })
  return `<tr><th scope="row"><bdi>${plain(name)}</bdi><small>${kind === null ? state : kindWords[kind]}</small><small>${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}</small></th>${cells.join('')}</tr>`
}

const told = (place: SheetPlace): string =>
  `<p dir="auto">${place.pieces.map(({ text, agrees }) => (agrees || text.trim() === '' ? plain(text) : `<mark>${plain(text)}</mark>`)).join('')}</p><p class="by">${plain([attributionLine(place), ...place.codes].join(' · '))}</p>`
