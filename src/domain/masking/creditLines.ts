import { linesOf } from '../text/lines'
import type { Span } from '../text/span'

/** Longer lines are prose, in UTF-16 units. */
const LONGEST = 200

const agencies = 'reuters|ap|afp|dpa|apa|ansa|efe|epa|tass|interfax|ria novosti|xinhua|kyodo|yonhap|upi|pa|pti|ani|bloomberg|associated press|the associated press|agence france-presse'

/** Lines that tell, whole, who wrote, owns or first published an article. Each is tried on a trimmed line without its bullet. */
const tellers: readonly RegExp[] = [
  /^(?:by|from|words by|story by|text by|von|par|por|di|door|av|autor(?:in)?|author|автор)[: ]\s*[\p{Lu}\p{Lt}@].{1,120}(?<![.!?…]["”’]?)$/iu,
  /^(?:(?:additional |further )?(?:reporting|writing|editing|translated|compiled|edited|written|reported|produced|photographs?|photos?|pictures?|video|graphics?|illustration)\b[^.!?]{0,30}? (?:by|from)|with (?:additional )?reporting (?:by|from)|contributed reporting)\b.{0,160}$/iu,
  /^.{0,120}\b(?:contributed (?:to )?(?:this|reporting)|is (?:a|an|our|the) .{0,60}(?:correspondent|reporter|editor|columnist|staff writer))\b.{0,60}$/iu,
  /^(?:sources?|quellen?|fuentes?|fonti|bron|via|credits?|image credits?|photo credits?|foto)\s*:.{1,160}$/iu,
  /^(?:this (?:article|story|report|piece|text|post)|the article|an earlier version of this (?:article|story)) (?:was |has been |is |appeared |first |originally |came )+.{0,60}\b(?:published|appeared|posted|republished|produced|syndicated|printed|by|from|on|in)\b.{0,160}$/iu,
  /^(?:originally|first) published\b.{0,160}$/iu,
  /^.{0,40}(?:©|\(c\) ?(?:19|20)\d\d|copyright\b).{0,160}$/iu,
  /^.{0,60}\ball rights reserved\b.{0,100}$/iu,
  /^(?:(?:read|see|watch|listen|find out|hear|get|discover)\b(?: (?:the|more|also|full|all|live|our|latest|story|coverage|analysis))*|more|for more|follow(?: \w+)?|visit)\b.{0,60}\b(?:on|at|from|in|with)\b (?=@?\p{Lu}|www|https?:|our\b).{1,120}$/iu,
  /^(?:join|follow|subscribe|sign up|download|like|support|contact|e-?mail|write to|donate|get|listen|watch|click here|tap here)\b.{0,80}\b(?:our|us|we)\b.{0,120}(?<![.!?…]["”])$/iu,
  /^(?:join|follow|subscribe|sign up|download)\b.{0,120}\b(?:newsletter|channel|app|podcast|whatsapp|telegram|twitter|facebook|instagram|youtube|briefing)\b.{0,80}$/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\S+@\S+\.\p{L}{2,}$/iu,
  new RegExp(`^[-–—(\\[]{1,2}\\s*(?:with )?(?:${agencies})(?:[/, &]+(?:and )?(?:${agencies}))*\\s*[)\\]]?\\.?$`, 'iu'),
  new RegExp(`^(?:${agencies})(?:[/, &]+(?:and )?(?:${agencies}))*\\.?$`, 'iu'),
]

// "LONDON, 3 May (Reuters) - The minister …": the agency alone, as the place belongs to what is told.
const datelines = [new RegExp(`^.{0,60}?([([](?:${agencies})(?:[/, &]+(?:${agencies}))*[)\\]])\\s*[-–—:]`, 'iu'), /^.{0,60}?([([]\p{Lu}{2,8}[)\]])\s*[-–—]/u]
// "… said on Monday. (Reuters)", "— AP"
const SIGNATURE = new RegExp(`(?:\\(|[–—]\\s?|\\[)(?:${agencies})(?:[/, &]+(?:${agencies}))*[)\\]]?\\s*$`, 'iu')

/** Bylines, credits, copyright, agencies' signatures and adverts for an outlet's own channels: what gives it away without its name. In text order. */
export function creditLines(text: string): readonly Span[] {
  return linesOf(text).flatMap((line): readonly Span[] => {
    const plain = line.text.replace(/^[\s•*·▪►»>([–—-]+(?=[\p{L}@©])/u, '').replace(/[)\]]$/u, '')
    if (plain.length <= LONGEST && tellers.some((form) => form.test(plain) || form.test(line.text))) return [line]
    const agency = datelines.map((form) => form.exec(line.text)?.[1]).find((one) => one !== undefined)
    const signature = SIGNATURE.exec(line.text)
    const at = line.start + (agency === undefined ? 0 : line.text.indexOf(agency))
    return [
      ...(agency === undefined ? [] : [{ start: at, end: at + agency.length }]),
      ...(signature ? [{ start: line.start + signature.index, end: line.end }] : []),
    ]
  })
}
