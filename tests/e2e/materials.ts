import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Articles on one event and what a researcher finds worth coding in them. */
export interface Material {
  readonly name: string
  /** Where the text files are; nothing else in there is touched. */
  readonly folder: string
  readonly event: string
  /** Files of the event with their outlets, in the order in which their columns will stand. */
  readonly files: readonly (readonly [file: string, outlet: string])[]
  /** Files that share an outlet, to be set together. */
  readonly sharing: { readonly files: readonly [string, string]; readonly outlet: string }
  readonly date: string
  /** For the first column: a quotation, words inside it, and words that value somebody. */
  readonly quotation: string
  readonly inside: string
  readonly valuing: string
  /** For the second column: three passages, and where the last one is to be drawn out to. */
  readonly passages: readonly [string, string, string]
  readonly drawnOutTo: string
}

const sample: Material = {
  name: 'the sample’s own texts',
  folder: resolve('resources/sample'),
  event: 'Summit at Kestrel',
  files: [['capital-ledger.txt', 'Capital Ledger'], ['lunde-courier.txt', 'Lunde Courier'], ['northern-press.txt', 'Northern Press Agency'], ['meridian.txt', 'The Meridian'], ['velmar-today.txt', 'Velmar Today']],
  sharing: { files: ['meridian.txt', 'meridian-strike.txt'], outlet: 'The Meridian' },
  date: '2024-03-12',
  quotation: 'risen to a sacred fight against the forces of hegemony',
  inside: 'sacred fight',
  valuing: 'The world’s two loneliest rulers',
  passages: ['the guest praised a “holy struggle”', 'cost Lunde about 200,000 marks a week', 'Insurance premiums have doubled'],
  drawnOutTo: 'since the war began',
}

const putinKim: Material = {
  name: 'the Putin and Kim corpus of 2023',
  folder: resolve('../shared/corpus/putin-kim-2023'),
  event: 'Kim meets Putin at Vostochny',
  files: [['003_20c1fb0e7794645c.txt', 'Al Jazeera'], ['002_2fd743aef477d30f.txt', 'Politico'], ['001_9058a0b3871259c0.txt', 'USA Today'], ['000_44d60235a3c09128.txt', 'Yahoo News'], ['004_11cdfe0551feca54.txt', 'ZDF']],
  sharing: { files: ['000_44d60235a3c09128.txt', '001_9058a0b3871259c0.txt'], outlet: 'USA Today' },
  date: '2023-09-13',
  quotation: 'Russia is currently engaged in a just fight against hegemonic forces to defend its sovereign rights, security and interests.',
  inside: 'just fight',
  valuing: 'arguably the world’s most isolated leaders',
  passages: ['he will support his country in the “sacred fight”', 'a deal which would defy international sanctions', 'The pair sat down for official talks'],
  drawnOutTo: 'about a potential arms deal',
}

export const materials: readonly Material[] = [sample, putinKim]

export const isThere = ({ folder }: Material): boolean => existsSync(folder)
