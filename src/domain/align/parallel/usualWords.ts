import { fold } from '../../text/fold'
import { functionWords } from '../functionWords'

const setOf = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(' ')).map((word) => fold(word).text))

/** The words of a language that turn up in any few lines of it, and that hardly another has: they tell which it is. */
export const frequentWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: setOf('the of and to that is was for on with as he at by they have has had be this from which will would not are were an his its'),
  de: setOf('der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer'),
  fr: setOf('le les des et est une du que dans qui pour pas sur au par ce plus il ne sont avec aux son cette été ses ont mais'),
  es: setOf('el los las y del que en por con para una su al lo como más pero sus le ya este sí porque esta son fue ha'),
  it: setOf('il di che è la della per un una sono con non del si le gli dei da nel alla ha più anche come dal ma lo delle'),
  pt: setOf('o os do da que em um uma para com não por mais as dos das como mas ao ele foi se na no pelo pela são'),
  nl: setOf('de het een van en in op te dat die is voor met niet zijn aan er om ook als bij door maar naar heeft hij wordt'),
  sv: setOf('och att det som en på är av för med den till inte om ett han har de jag var'),
  pl: setOf('w i na z się do nie że jest to o jak po za od przez dla przy tym są ale oraz'),
  ru: setOf('и в не на что с по как это из у за от о для но к он его также был года'),
  uk: setOf('і в не на що з та до як це за від про для але він його також був року є'),
}

/** They join others and say nothing by themselves. Negations are not among them: those change what is said. */
const empty = setOf(
  'a an the of and or to in on at by for from with as into onto upon than then that this these those it its he she they we you i me him her them us my your his our their is are was were be been being am has have had having do does did will would shall should can could may might must if so but because while when where which who whom whose what how there here not also about after before during over under between through against until since per via up out off down',
  ...Object.values({ t: 's t d ll re ve m mr mrs ms dr gen sen rep gov' }),
)

/** What reports are full of: who somebody is, that something was said, when. */
const usual = setOf(
  'say said says saying tell told telling ask asked asking add added adding speak spoke spoken state stated statement call called report reported reporting according quote quoted warn warned announce announced note noted describe described comment commented comments remark remarks respond responded reply replied write wrote know known think thought believe believed expect expected',
  'president minister leader leaders spokesman spokeswoman spokesperson secretary official officials chairman chief director head adviser ambassador senator congressman congresswoman representative governor mayor general deputy foreign prime former senior top national state states government country countries nation nations people man men woman women official officials authorities administration ministry department council agency agencies news media press newspaper reporter reporters journalist journalists television tv video',
  'day days week weeks month months year years today yesterday tomorrow morning afternoon evening night monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december sept oct nov dec jan feb last next first second new time times one two three make made take took taken come came go went going get got give given want wanted way also now later early earlier recent recently still just back part number good many much more most other others some any all only very even well use used using include including included',
)

/** Between those two: they tell something, but much of what is written has them. */
const common = setOf('far north northern south southern east eastern west western meet met meeting talk talks visit issue issues question questions public world international political work need plan plans include close right left long high big great major like see seen look show shows shown hold held move start begin began end ended become became keep let put set run turn leave left bring brought lead led follow followed place point case thing things always never together every between group member members party side white house')

const EMPTY = 0
const USUAL = 0.25
const COMMON = 0.55
const TELLING = 1

/** How much a word tells of what is said, whatever it is about: 0, `USUAL`, `COMMON` or 1. @param word folded, lower case */
export function tellingOf(word: string): number {
  const bare = word.replace(/'s$/u, '')
  if (empty.has(bare)) return EMPTY
  if (usual.has(bare)) return USUAL
  if (common.has(bare)) return COMMON
  if (functionWords.has(bare)) return USUAL
  return bare.length <= 2 && /^[a-z]+$/u.test(bare) ? EMPTY : TELLING
}
