/**
 * Letters of other scripts that can hardly be told from a Latin one, each before the one it looks like. Facts after
 * Unicode's list of confusable characters (Technical Standard 39), of which only whole letters are taken.
 */
const pairs = [
  // Cyrillic
  'АA ВB СC ЕE ԌG НH ІI ӀI ЈJ КK МM ОO РP ԚQ ЅS ТT ѴV ԜW ХX УY ҮY аa сc ԁd еe һh іi јj ӏl оo рp ԛq гr ѕs ѵv ԝw хx уy үy',
  // Greek and Coptic
  'ΑA ΒB ϹC ΕE ΗH ΙI ͿJ ΚK ΜM ΝN ΟO ΡP ΤT ΧX ΥY ΖZ αa ϲc ιi ϳj οo ρp υu νv ⲤC ⲥc ⲎH ⲔK ⲘM ⲚN ⲞO ⲟo ⲢP ⲣp ⲦT ⲨY ⲬX',
  // Armenian and Cherokee
  'ՕO ՍU ՏS օo ցg հh ոn զq սu ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᏒR ᏚS ᎢT ᏙV ᎳW ᏃZ',
  // Lisu
  'ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ',
  // Latin letters made for phonetics and for languages that tell them apart
  'ɑa ᴄc ɡg ıi ᴏo ꜱs ᴜu ᴠv ᴡw ᴢz',
]

const likes: ReadonlyMap<string, string> = new Map(pairs.flatMap((line) => line.split(' ')).map((pair) => [pair.slice(0, -1), pair.slice(-1)]))

const LETTER = /^[A-Za-z]$/

/**
 * The plain Latin letter that a character looks like without being it, in its case; null for every other character.
 * Fullwidth, mathematical and other dressed-up Latin letters are among them: Unicode itself says which letter they are.
 * @param character one code point
 */
export function latinLookalike(character: string): string | null {
  if (character.length === 1 && character < '\u0080') return null
  const listed = likes.get(character)
  if (listed !== undefined) return listed
  const plain = character.normalize('NFKC')
  return plain !== character && LETTER.test(plain) ? plain : null
}
