import type { PassageReason } from '../project/passage'

/** Longer lines are read as prose, in UTF-16 units. */
const LONGEST_LINE = 240

const networks = 'facebook|twitter|x|whatsapp|linkedin|telegram|instagram|threads|bluesky|mastodon|reddit|pinterest|flipboard|pocket|tiktok|youtube|messenger|signal|xing|e-?mail'
const channels = 'channels?|newsletters?|podcast|community|app|facebook|twitter|whatsapp|telegram|instagram|bluesky|mastodon|tiktok|youtube|linkedin|on x'
const shareWords = `share|tweet|print|copy link|link copied|more|save|comments?|teilen|drucken|merken|partager|imprimer|enregistrer|compartir|imprimir|condividi|stampa|compartilhar|delen|${networks}`

/** Lines that say by themselves, whole, what they are. Each is tried on a trimmed line without its bullet. */
const tellers: readonly (readonly [PassageReason, RegExp])[] = [
  ['advertisement', /^\W*(?:ad|ads|advert|advertise?ment|advertising|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reclame|promoted|sponsored(?: content)?)\W*$/iu],
  ['advertisement', /^(?:(?:article|story|content) continues (?:below|after)(?: (?:this|the))? ad\w*|advertisement\W+(?:scroll|continue|story)\b.*|scroll to continue.*|artikel wird nach der werbung fortgesetzt|la suite après cette publicité|powered by \S+(?: \S+)?)[.:]?$/iu],
  ['sharing', new RegExp(`^(?!x$)(?:(?:${shareWords})(?: |, ?| ?[|·•/] ?)?)+$`, 'iu')],
  ['sharing', new RegExp(`^(?:share(?: (?:this|article|story|page|post|via|on|with|the|your|friends))+|share .{0,30}\\b(?:on|via)\\b|(?:print|e-?mail|save|bookmark) this (?:article|story|page|post)|(?:artikel |beitrag )?(?:auf|per|via|über) .{0,20} teilen|partager (?:sur|par|cet)|compartir (?:en|por|esta)|condividi (?:su|questo|via)|compartilhar (?:no|por)|deel (?:dit|op|via)).{0,40}$`, 'iu')],
  ['error', /^(?:oops|ups|hoppla)\W*$/iu],
  ['error', /^(?:sorry,? )?(?:something went wrong|an error (?:has )?occurred|please try again(?: later)?|please (?:enable|turn on) (?:javascript|cookies)|(?:your|this) browser (?:does not|doesn['’]t) support|this (?:video|content|post) (?:is not|isn['’]t|is no longer) available|(?:the )?video (?:could not|can ?not|can['’]t) be (?:played|loaded)|unable to load|loading\W*$|etwas ist schiefgelaufen|bitte versuchen sie es (?:später )?erneut|ein fehler ist aufgetreten|une erreur (?:est survenue|s['’]est produite)|veuillez réessayer|algo salió mal|se ha producido un error).{0,100}$/iu],
  ['comments', /^\W*(?:(?:no|view|show|see|load|read|hide|post a|leave a|add a|write a) )?(?:(?:all|more) )?(?:\d[\d.,]* )?comments?(?:[\s:(]{1,3}\d[\d.,]*)?[\s:.)]*$/iu],
  ['comments', /^(?:be the first to comment|join the (?:conversation|discussion)|(?:log|sign) in to (?:leave a )?comment|leave a reply|comments (?:are|have been) closed|(?:keine|\d+) kommentare?|kommentare? (?:schreiben|anzeigen|\(\d+\))|(?:aucun|\d+) commentaires?|commentaires? \(\d+\)|(?:sin|\d+) comentarios?|\d+ commenti|nessun commento|\d+ reacties|geen reacties)\W*$/iu],
  ['channel', new RegExp(`^(?:join|follow|subscribe to|like|find|visit|watch|get|add) (?:us|our|my|me|@\\w+)\\b.{0,120}\\b(?:${channels})\\b.{0,80}$`, 'iu')],
  ['channel', /^(?:sign up|subscribe|register)\b.{0,40}\b(?:our|the|my|free|daily|weekly)\b.{0,60}\b(?:newsletter|briefing|channel|podcast|alerts|inbox)\b.{0,80}$/iu],
  ['channel', /^(?:folgen sie (?:uns|unserem)|folgt uns|abonnieren sie|jetzt abonnieren|suivez[- ]nous|abonnez[- ]vous|rejoignez[- ](?:nous|notre)|síguenos|únete a nuestro|suscríbete|seguici|iscriviti|siga-nos|inscreva-se|volg ons|schrijf je in)(?![\p{L}]).{0,120}$/iu],
  ['teaser', /^(?:read(?: more| also)?|also read|see also|related(?: (?:articles?|stories|story|news|content|topics|coverage))?|more on this(?: story| topic)?|more from .{1,40}|lesen sie auch|lesen sie mehr|mehr zum thema|das könnte sie auch interessieren|[àa] lire aussi|lire aussi|sur le même sujet|lea también|lee también|te puede interesar|leggi anche|leia (?:também|mais)|veja também|lees ook|meer over dit onderwerp)(?: ?[:»>|–-].{0,200}|\W*)$/iu],
  ['teaser', /^(?:most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you| stories)?|you (?:may|might) (?:also )?(?:like|be interested in)|meistgelesen|les plus lus|lo más leído|i più letti|mais lidas|meest gelezen|up next|don['’]t miss|editors?['’]s? picks?)\W*$/iu],
  // A teaser's kicker and headline, run together: "Is it the end?What we know of the strike".
  ['teaser', /^(?=\p{Lu})(?:\S+ ){2,}[^.:?!"“”]*\p{Ll}['’]?[:?](?=\p{Lu}\p{Ll}+ )[^.:?!]{20,}(?<![.!?…"”])$/u],
]

/**
 * Why a line, taken by itself, is no part of what an article tells: advertising, buttons, messages of a broken page,
 * comment counters, adverts for the outlet's own channels, teasers of other stories. Undefined for every other line.
 * Wrong now and then in both directions, so it is only ever proposed.
 */
export function telling(line: string): PassageReason | undefined {
  if (line.length > 2 * LONGEST_LINE) return undefined
  const plain = line.replace(/\s+/gu, ' ').replace(/^[ •*·▪►»>–—-]+/u, '').trimEnd()
  if (plain === '' || plain.length > LONGEST_LINE) return undefined
  return tellers.find(([, form]) => form.test(plain))?.[0]
}
