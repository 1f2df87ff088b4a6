/**
 * Words that are there for the sentence's sake in English, German, French, Spanish, Italian, Portuguese and Dutch, folded. Fewer
 * than those that tell nothing of what a report is about: "just", "not" and "Monday" make a difference between two renderings.
 */
const lists = [
  'a an the of in on at by for and or but as to is are was be been being am were it its he she his her hers him we our us you your they i my me so if do did does has had have having who whom whose which that this these those than then there their them from with into onto upon about would will shall should could can may might must also itself himself herself themselves s t re ve ll d m',
  'der das des dem den die ein eine einen einem einer eines und ist sind sie er es wir ihr ihre ihren seine seinen uns mit auf aus von vom um sei sein hat haben wird werden wurde so als wie da dass zu zum zur bei im am an diese dieser dieses',
  'le la les l un une de du des d et en au aux il elle ils elles on se s ce c qui que qu est sont par sur ses sa son leur leurs nous vous y dans pour avec cette ces',
  'el los las uno unos unas o al del es son su sus con lo para por esta este estos estas nos ha han',
  'gli i e ed di da dal della delle dei degli dello nel nella nei con su per si che lo suo sua loro questo questa',
  'os as um uma do dos das na nas ao aos com por seu sua seus suas pelo pela para este esta isso',
  'het een van te op ze zij hij met om er aan bij tot voor zijn haar hun dat deze dit wordt worden heeft hebben',
]

const small: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(' ')))

export const isSmallWord = (folded: string): boolean => small.has(folded)
