import type { Campaign, Outcome } from './campaign'

const BEGIN = '<!-- faults: written by npm run faults -->'
const END = '<!-- /faults -->'
const HEAD = '| Campaign | What is done | What would count as lost | Tried | Survived | Lost | Remarks |\n|---|---|---|--:|--:|--:|---|'

const plain = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function row({ id, title, claim }: Campaign, { tried, survived, lost, notes, skipped }: Outcome): string {
  const figures = skipped === undefined ? [tried, survived, lost].map((count) => count.toLocaleString('en-GB')) : ['–', '–', '–']
  const remarks = skipped === undefined ? notes ?? '' : `not possible here: ${skipped}`
  return `| ${[`\`${id}\``, plain(title), plain(claim), ...figures, plain(remarks)].join(' | ')} |`
}

/** Ids of the campaigns that have a row in the document, in its order. */
export function idsIn(document: string): readonly string[] {
  return [...parts(document)[1].matchAll(/^\| `([^`]+)` \|/gm)].map(([, id = '']) => id)
}

/**
 * The document with the rows of its table brought up to date; a campaign without a new outcome keeps its row.
 * @throws when the document lacks the marks that the table stands between
 */
export function withRows(document: string, campaigns: readonly Campaign[], outcomes: ReadonlyMap<string, Outcome>, seed: number): string {
  const [before, table, after] = parts(document)
  const old = new Map(table.split('\n').map((line) => [/^\| `([^`]+)` \|/.exec(line)?.[1], line]))
  const rows = campaigns.flatMap((campaign) => {
    const outcome = outcomes.get(campaign.id)
    return outcome ? row(campaign, outcome) : old.get(campaign.id) ?? []
  })
  return `${before}\n\nSeed ${seed}.\n\n${[HEAD, ...rows].join('\n')}\n\n${after}`
}

const SUM = /(<!-- faults: sum -->)[^]*?(<!-- \/faults -->)/

/** A page with the sum over the table of the document, for those who don't read it all. @throws when the page lacks the marks */
export function withSum(page: string, document: string): string {
  const rows = [...parts(document)[1].matchAll(/^\| `[^`]+` \|.*\| ([\d,–]+) \| ([\d,–]+) \| ([\d,–]+) \|[^|]*\|$/gm)]
  const sum = (column: number): string => rows.reduce((so, row) => so + (Number(row[column]?.replaceAll(',', '')) || 0), 0).toLocaleString('en-GB')
  if (!SUM.test(page)) throw new Error('The page needs the mark <!-- faults: sum -->.')
  return page.replace(SUM, `$1\nIn ${rows.length} campaigns: **${sum(1)} tried, ${sum(2)} survived, ${sum(3)} lost**.\n$2`)
}

/** What stands up to the table, the table, and the rest. */
function parts(document: string): readonly [string, string, string] {
  const [from, to] = [document.indexOf(BEGIN) + BEGIN.length, document.indexOf(END)]
  if (from < BEGIN.length || to < from) throw new Error(`The document needs the lines ${BEGIN} and ${END}.`)
  return [document.slice(0, from), document.slice(from, to), document.slice(to)]
}
