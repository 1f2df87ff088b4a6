import { fold } from '../text/fold'
import { functionWords } from './functionWords'

/** Words of up to three letters that tell nothing by themselves, in the languages dates are read in. */
const lists = {
  en: 'a am an and any are as at be but by can did do for get go got had has he her him his how i if in is it its let may me my no nor not now of off oh ok on one or our out own per put say see set she so the to too try two up us use via was way we who why yes yet you',
  de: 'ab am an da das du ein er es für ich ihm ihn ihr im in ist ja man mal mit nie nun nur ob so um und uns was weg wer wie wir wo zu',
  fr: 'ai au aux ce ces d de des du elle en est et eu il ils j je l la le les lui m ma mes mon n ne ni nos on or ou où par pas peu qu que qui s sa se ses si son sur t ta tes ton tu un une y à ça été',
  es: 'al del e el en era es eso fue ha han hay la las le les lo los me mi más muy o os por que qué se ser si sin son su sus sí tal te tu tú u un una uno va ya yo él',
  it: 'ad ai al c che chi ci da dal dei del di due ed era gli ha hai ho i il io lo ma mi mia mio ne nei nel noi non per più poi può qua qui sa se sei si sia su sua sui sul suo tra tu un va vi voi è',
  pt: 'ao aos da das do dos e em era eu foi há lá na nas no nos não o os ou que sem ser seu sou são só sua tem ter um uns vai vez à às é',
  nl: 'af al dan dat de den die dit een en er ga had heb het hij hoe ik in is je men mij na nog nu of om op per te toe tot u uit van via wat we wel wie wij ze zij zo',
}

// A just war is not just a war: this one can't be told apart, and says too much to be passed over.
const DOUBLE = 'just'

const tying: ReadonlySet<string> = new Set([...Object.values(lists).flatMap((list) => list.split(' ')), ...functionWords].filter((word) => word !== DOUBLE).map((word) => fold(word).text))

/** Two letters at least, or one of a script whose letters are words. */
const SAYS = /\p{L}.*\p{L}|[^\p{Script=Latin}\P{L}]/u
const SHORTENED = /'(?:t|re|ve|ll|d|m)$/

/**
 * True where a word says something by itself: it does not only tie others together, and is no single letter or number.
 * @param key the word as `fold` has it
 */
export const tells = (key: string): boolean => SAYS.test(key) && !SHORTENED.test(key) && !tying.has(key)
