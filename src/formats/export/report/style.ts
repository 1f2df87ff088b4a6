import { colours } from '../../../domain/project/colours'
import { palette } from '../../../domain/project/shades'

type Theme = 'light' | 'dark'

const pages: Readonly<Record<Theme, string>> = {
  light: '--paper: #fdfcf9; --desk: #f3f1ec; --ink: #1e1c19; --ink-2: #5f5a52; --ink-3: #706a60; --hair: #cfc9bd; --accent: #2b5c8a',
  dark: '--paper: #1c1b19; --desk: #151413; --ink: #e9e4da; --ink-2: #aaa397; --ink-3: #8f887c; --hair: #45413b; --accent: #86b4de',
}

const tokens = (theme: Theme): string => `${pages[theme]}; ${colours.map((colour) => `--${colour}-tint: ${palette[theme][colour].tint}; --${colour}-line: ${palette[theme][colour].line}`).join('; ')}`

/** How the report looks: paper by day and by night; printed always by day, with its colours. */
export const STYLE = `
:root { color-scheme: light dark; ${tokens('light')} }
@media (prefers-color-scheme: dark) { :root { ${tokens('dark')} } }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1080px; font: 13px/1.5 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1 { margin: 0 0 4px; font: 600 26px/1.3 'Source Serif 4', Georgia, serif }
h2 { margin: 48px 0 4px; padding-top: 12px; border-top: 2px solid var(--ink); font: 600 20px/1.3 'Source Serif 4', Georgia, serif }
h3 { margin: 32px 0 4px; font: 600 17px/1.35 'Source Serif 4', Georgia, serif }
h4 { margin: 16px 0 4px; font-size: 13px; font-weight: 600 }
p { margin: 0 0 8px }
a { color: var(--accent) }
small, .about { font-size: 12px; color: var(--ink-2) }
nav ul { margin: 8px 0; padding-left: 20px }
table { border-collapse: collapse }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; font-weight: 400 }
thead th { font-size: 12px; color: var(--ink-2) }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums }
.chip { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border: 2px solid var(--line); border-radius: 3px; background: var(--tint) }
.under { padding-left: 20px }
dl { margin: 0 0 8px; display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px }
dt { color: var(--ink-2) }
dd { margin: 0 }
ol, ul.codings { margin: 0; padding: 0; list-style: none }
.line { display: grid; grid-template-columns: minmax(0, 62ch) minmax(180px, 1fr); gap: 4px 28px }
.line > p { margin: 0 0 10px; font: 15.5px/1.6 'Source Serif 4', Georgia, serif; white-space: pre-wrap }
.line > p.heading { font-weight: 600 }
.line ol { padding-bottom: 6px }
li.coding { margin: 0 0 6px; padding-left: 8px; border-left: 3px solid var(--line); font-size: 12px; line-height: 1.4; break-inside: avoid }
li.coding b { font-weight: 600 }
li.coding span { color: var(--ink-2) }
mark { padding: 1px 0; color: inherit; background: var(--tint); border-bottom: 2px solid var(--line); -webkit-box-decoration-break: clone; box-decoration-break: clone }
mark.lined { background: none }
mark.many { border-bottom-style: double; border-bottom-width: 4px }
sup { padding: 0 1px 0 2px; font: 600 10px/1 Inter, system-ui, sans-serif; color: var(--line); user-select: none }
.left { color: var(--ink-3); font-style: italic }
.none { color: var(--ink-3) }
${colours.map((colour) => `.${colour} { --tint: var(--${colour}-tint); --line: var(--${colour}-line) }`).join('\n')}
@media (max-width: 760px) { .line { grid-template-columns: 1fr } }
@media print {
  :root { color-scheme: light; ${tokens('light')} }
  body { max-width: none; padding: 0; font-size: 10pt; background: none }
  nav { display: none }
  h1, h2, h3, h4 { break-after: avoid }
  h2 { break-before: page }
  .line > p { font-size: 11pt }
  mark, .chip, li.coding { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
`
