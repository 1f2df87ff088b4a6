import { englishStem } from './stem'

/**
 * English words that translators and editors put for one another in what is said about any conflict, meeting or decision. Small
 * on purpose: each line costs a wrong link somewhere.
 */
const alike = [
  'fight struggle battle', 'sacred holy', 'defend protect safeguard', 'talk discuss discussion', 'technology engineering', 'aid assistance help assist',
  'weapon arms weaponry munitions ammunition', 'promise pledge vow', 'violate breach defy', 'start begin launch', 'kill slay', 'buy purchase', 'ally partner',
  'resign quit', 'attack assault', 'injure wound hurt', 'demand urge', 'thank grateful gratitude', 'enormous huge', 'firm steadfast', 'win victory', 'affirm reaffirm', 'hour hrs', 'percent pct',
  'illegal unlawful', 'bolster strengthen', 'near close', 'build develop', 'possible potential', 'stock stockpile', 'reject refuse', 'anger fury', 'big large', 'answer respond reply', 'worry concern fear',
]

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')

const heads = new Map<string, string>([
  ...alike.flatMap((line) => {
    const stems = line.split(' ').map(englishStem)
    return stems.map((stem) => [stem, stems[0] ?? stem] as const)
  }),
  ...numbers.map((word, value) => [englishStem(word), String(value)] as const),
])

/** What stands for all words that say as much as this one; of most words, the stem itself. */
export const senseOf = (stem: string): string => heads.get(stem) ?? stem
