import { linesOf } from '../text/lines'
import type { Span } from '../text/span'
import { isNames } from './nameLike'

/** Longer lines are prose, in UTF-16 units. */
const LONGEST = 160

// In the case they are written in: "pa" and "ap" are other words.
const AGENCY = '(?:Reuters|REUTERS|AP|AFP|dpa|DPA|APA|ANSA|Ansa|EFE|EPA|epa|TASS|Tass|Interfax|INTERFAX|RIA Novosti|Xinhua|XINHUA|Kyodo|Yonhap|UPI|PA|PTI|ANI|Bloomberg|(?:The |the )?Associated Press|Agence France-Presse)'
const AGENCIES = `${AGENCY}(?:[/, &]+(?:and )?${AGENCY})*`

const WEEKDAY_OR_MONTH = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu

/** What a credit begins with; whether it is one shows in what follows, which is names and little else. In prose a verb does. */
const leads: readonly RegExp[] = [
  /^(?:by|from|words by|story by|text by|von|par|por|di|door|av)\s+(?=[\p{L}@])|^(?:by|author|autor(?:in)?|автор):\s*/iu,
  /^(?:with )?(?:(?:additional|further) )?(?:reporting|writing|editing|translated|compiled|edited|written|reported|produced|photographs?|photos?|pictures?|video|graphics?|illustrations?)\b[^.!?,;]{0,30}? (?:by|from)\s+/iu,
  /^(?:sources?|quellen?|fuentes?|fonti|bron|via|credits?|image credits?|photo credits?|foto|photo)\s*:\s*/iu,
  /^(?:originally|first) published\s+(?:on|in|by|at)\s+/iu,
  /^copyright\b\s*/iu,
  /^(?:(?:read|see|watch|listen|find out|hear|get|discover) (?:(?:the|our) )?(?:more|also|full|live|latest|all)\b|(?:for )?more (?:news|stories|coverage|analysis|videos)\b|for more\b|read (?:it|this|the)\b)[^.!?]{0,60}\b(?:on|at|from|in|with|visit)\s+|^(?:more (?:on|at|from)|visit|see also:?)\s+/iu,
]

/** Lines that tell, whole, who wrote, owns or first published an article, or advertise its outlet. */
const tellers: readonly RegExp[] = [
  /^(?:this (?:article|story|piece|post) (?:(?:was|has been|is) )?(?:(?:first|originally) )?|(?:this|the) (?:report|text|article) (?:(?:was|has been|is) )?(?:first|originally) )(?:appeared|published|republished|posted|produced|syndicated|printed|translated)\b.{0,100}$/iu,
  /^an earlier version of this (?:article|story)\b/iu,
  /^.{0,40}(?:©|\([Cc]\) ?(?:19|20)\d\d)/u,
  /\ball rights reserved[.!]?$|^all rights reserved[.,;]/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\S+@\S+\.\p{L}{2,}$/u,
  // "us" in lower case: "US" is a country.
  /^(?:[Jj]oin|[Ff]ollow|[Ss]ubscribe to|[Ss]ign up (?:to|for)|[Dd]ownload|[Ll]ike|[Ss]upport|[Cc]ontact|[Ee]-?mail|[Ww]rite to|[Gg]et|[Ll]isten to|[Ww]atch|[Dd]onate to|(?:[Cc]lick|[Tt]ap) here\b.{0,30}) (?:us|our)\b.{0,80}(?<![.!?…]["”’]?)$/u,
  /^(?:join|follow|subscribe|sign up|download)\b[^.,:;!?“"]{0,80}\b(?:newsletter|channel|app|podcast|whatsapp|telegram|twitter|facebook|instagram|youtube|briefing)\b[^,;“"]{0,80}$/iu,
  new RegExp(`^[-–—([]{1,2}\\s*(?:with )?${AGENCIES}\\s*[)\\]]?\\.?$`, 'u'),
  new RegExp(`^${AGENCIES}\\.?$`, 'u'),
]

/** Who is told of: "<Names> contributed reporting …", "<Names> is our Kestrel correspondent". */
const people = /^(.{3,60}?),? (?:contributed (?:reporting|to this (?:report|article|story|piece))|(?:is|are) (?:an?|our|the) [^.!?,]{0,60}?\b(?:correspondents?|reporters?|editors?|columnists?|staff writers?)(?: (?:for|at|in|of|with|based)\b|\.?$))/u

// "LONDON, 3 May (Reuters) - The minister …": the agency alone, as the place belongs to what is told. One that is not known
// stands after a place in capitals: "the alliance (NATO) – which" is prose.
const datelines = [new RegExp(`^.{0,60}?([([]${AGENCIES}[)\\]])\\s*[-–—:]`, 'u'), /^\p{Lu}{2}[\p{Lu} ,.'’/-]*(?:, ?[^()]{1,20})?\s([([]\p{Lu}{2,8}[)\]])\s*[-–—]/u]
// "… said on Monday. (Reuters)", "— AP"
const SIGNATURE = new RegExp(`(?:\\(|[–—]\\s?|\\[)${AGENCIES}[)\\]]?\\s*$`, 'u')

/** Bylines, credits, copyright, agencies' signatures and adverts for an outlet's own channels: what gives it away without its name. In text order. */
export function creditLines(text: string): readonly Span[] {
  return linesOf(text).flatMap((line): readonly Span[] => {
    const plain = line.text.replace(/^[\s•*·▪►»>([–—-]+(?=[\p{L}@©])/u, '').replace(/[)\]]$/u, '')
    if (plain.length <= LONGEST && (isCredit(plain) || tellers.some((form) => form.test(plain) || form.test(line.text)))) return [line]
    const agency = datelines.map((form) => form.exec(line.text)?.[1]).find((one) => one !== undefined)
    const signature = SIGNATURE.exec(line.text)
    const at = line.start + (agency === undefined ? 0 : line.text.indexOf(agency))
    return [
      ...(agency === undefined ? [] : [{ start: at, end: at + agency.length }]),
      ...(signature ? [{ start: line.start + signature.index, end: line.end }] : []),
    ]
  })
}

function isCredit(line: string): boolean {
  const after = leads.flatMap((form) => {
    const lead = form.exec(line)
    return lead ? [line.slice(lead[0].length)] : []
  })
  if (after.some((rest) => isNames(rest) && !WEEKDAY_OR_MONTH.test(rest))) return true
  const told = people.exec(line)?.[1]
  return told !== undefined && /\p{Lu}.*\s\p{Lu}/u.test(told) && isNames(told)
}
