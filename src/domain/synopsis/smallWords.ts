import { functionWords } from '../align/functionWords'

/** Words of up to three letters that say nothing by themselves, folded; those that deny are not among them. */
const short = new Set((
  'a an the of in on at by for and or but as to is are was be been am it its he she his him her we our us you they i my me so if do did has had who that this than from s t re ve ll d m ' +
  'der das des dem den ein im in an am zu zum zur bei und ist sie er es wir ihr uns mit auf aus von vom um sei sein hat so als wie da ' +
  'le la les l un une de du des d et en au aux a il on se s ce c qui que qu est par sur ses sa son y ' +
  'el los las una y o al del es su sus por con lo se mas ' +
  'il lo gli i uno e ed di da dal nel nei con su per si ha che è ' +
  'os as um uma do da dos das no na nos nas ao aos com por se seu sua e é ' +
  'de het een en van te op ze zij hij is met om er aan bij tot '
).split(' ').filter(Boolean))

/** True for a word, folded, that is there for the sentence's sake in English, German, French, Spanish, Italian, Portuguese or Dutch. */
export const isSmallWord = (folded: string): boolean => short.has(folded) || (functionWords.has(folded) && !DENYING.has(folded))

const DENYING = new Set('never nothing none neither without cannot kein keine keinem keinen keiner nicht nichts ohne niemals aucun aucune jamais rien sans nada nunca ninguno sin senza niente mai nada nunca sem geen niet niets nooit zonder'.split(' '))
