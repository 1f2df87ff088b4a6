import { readFileSync, writeFileSync } from 'node:fs'
import type { Campaign, How, Outcome } from './campaign'
import { campaigns } from './campaigns'
import { withRows, withSum } from './table'

/** What is chosen by chance is the same on every machine, so that a loss can be looked into. */
const SEED = 20_260_301

export interface Order {
  /** False for the quick part. */
  readonly full: boolean
  /** Only campaigns whose id contains one of these; all when there are none. */
  readonly only: readonly string[]
  /** Where the outcomes are written, as JSON. */
  readonly report: string | null
  /** The document whose table is brought up to date, and the page that has the sum of it. */
  readonly document: string | null
  readonly page: string | null
}

export interface Result extends Outcome {
  readonly id: string
}

/** Runs campaigns one after the other, as each of them may need the whole machine. @returns what became of each; @throws before the first when one is asked for that there is not */
export async function run({ full, only, report, document, page }: Order): Promise<readonly Result[]> {
  const chosen = chosenBy(only)
  const results: Result[] = []
  for (const campaign of chosen) {
    console.log(`\n${campaign.id}: ${campaign.title}`)
    const began = Date.now()
    const outcome = await attempt(campaign, { full, seed: SEED, say: (line) => { console.log(`  ${line}`) } })
    results.push({ id: campaign.id, ...outcome })
    console.log(`  ${inWords(outcome)} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  }
  if (report !== null) writeFileSync(report, JSON.stringify(results))
  if (document !== null) writeFileSync(document, withRows(readFileSync(document, 'utf8'), campaigns, new Map(results.map((one) => [one.id, one])), SEED))
  if (document !== null && page !== null) writeFileSync(page, withSum(readFileSync(page, 'utf8'), readFileSync(document, 'utf8')))
  return results
}

/** @throws when a part is in no campaign's id: nothing would be tried, and that would look like a success */
function chosenBy(only: readonly string[]): readonly Campaign[] {
  const mistyped = only.filter((part) => !campaigns.some(({ id }) => id.includes(part)))
  if (mistyped.length > 0) throw new Error(`There is no campaign ${mistyped.join(', ')}. There are ${campaigns.map(({ id }) => id).join(', ')}.`)
  return campaigns.filter(({ id }) => only.length === 0 || only.some((part) => id.includes(part)))
}

/** A campaign that breaks off, or tries nothing without saying why, proves nothing. */
async function attempt(campaign: Campaign, how: How): Promise<Outcome> {
  try {
    const outcome = await campaign.run(how)
    if (outcome.skipped === undefined && outcome.tried === 0) throw new Error('nothing was tried')
    if (outcome.tried !== outcome.survived + outcome.lost) throw new Error(`${outcome.tried} tried, but ${outcome.survived} survived and ${outcome.lost} lost`)
    return outcome
  } catch (error) {
    how.say(error instanceof Error ? error.stack ?? error.message : String(error))
    return { tried: 1, survived: 0, lost: 1, notes: 'broke off' }
  }
}

const inWords = ({ tried, survived, lost, notes, skipped }: Outcome): string =>
  skipped === undefined ? `${tried} tried, ${survived} survived, ${lost} lost${notes === undefined ? '' : `; ${notes}`}` : `not possible here: ${skipped}`
