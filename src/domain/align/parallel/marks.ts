import type { ReadWords } from './readWords'

/** What a word reads like; 0 for any other. */
export const NAME = 1
export const NUMBER = 2
/** A name of a place, behind "at". */
export const VENUE = 3

/** Where more words than this have a capital within sentences, as in German or a headline, it says nothing. */
const MOST_CAPITALS = 0.24
/** So many words tell whether capitals mean something. */
const ENOUGH = 200
/** What a sentence, a quotation or a line begins behind. */
const BEGINNERS = new Set('\n.!?:…•|“”„«»‘"(])[')

/** Names have a capital where no sentence begins; numbers begin with a digit. */
export function marksOf(text: string, { keys, starts, ends }: ReadWords): Uint8Array {
  const size = keys.length
  const marks = new Uint8Array(size)
  const names = new Set<string>()
  let [capitals, within] = [0, 0]
  for (let at = 0; at < size; at += 1) {
    const start = starts[at] ?? 0
    if (isNumber(keys[at] ?? '')) marks[at] = NUMBER
    else if (!begins(text, start)) {
      within += 1
      if (!isCapital(text, start)) continue
      capitals += 1
      marks[at] = NAME
      names.add(keys[at] ?? '')
    }
  }
  if (capitals > within * MOST_CAPITALS && within > ENOUGH) return marks.map((mark) => (mark === NAME ? 0 : mark))
  for (let at = 0; at < size; at += 1) {
    const start = starts[at] ?? 0
    if (marks[at] === 0 && isCapital(text, start) && names.has(keys[at] ?? '')) marks[at] = NAME
    if (marks[at] !== NAME) continue
    const [before, second] = [keys[at - 1], keys[at - 2]]
    const goesOn = marks[at - 1] === VENUE && start === (ends[at - 1] ?? 0) + 1
    if (goesOn || before === 'at' || (second === 'at' && (before === 'the' || before === 'a'))) marks[at] = VENUE
  }
  return marks
}

function isNumber(key: string): boolean {
  const unit = key.charCodeAt(0)
  return unit >= 0x30 && unit <= 0x39
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(at))
}

/** Whether a sentence, a quotation or a line begins there. */
function begins(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t' || text.charAt(before) === '\u00a0')) before -= 1
  return before < 0 || BEGINNERS.has(text.charAt(before))
}
