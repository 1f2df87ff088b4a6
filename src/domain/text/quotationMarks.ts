import type { Span } from './span'

/** Marks that open and close each other: one that stands for another of them is not rare in news texts. */
export type Family = 'double' | 'single' | 'angle' | 'narrow' | 'corner' | 'corners'

/** What a mark does: `anew` ends what was open and opens another. */
type Action = 'open' | 'close' | 'anew' | 'nothing'

export interface Mark {
  readonly sign: string
  readonly at: number
  readonly family: Family
  /** @param open the mark that opened the innermost quotation of its family, null when there is none */
  readonly act: (open: string | null) => Action
}

const families: Readonly<Record<string, Family>> = {
  '"': 'double', '“': 'double', '”': 'double', '„': 'double', '‟': 'double', '＂': 'double',
  "'": 'single', '‘': 'single', '’': 'single', '‚': 'single', '‛': 'single',
  '«': 'angle', '»': 'angle', '‹': 'narrow', '›': 'narrow', '「': 'corner', '」': 'corner', '『': 'corners', '』': 'corners',
}
const MARKS = /["“”„‟＂'‘’‚‛«»‹›「」『』]/gu

const SPACE = /^\s?$/u
const LETTER = /^[\p{L}\p{N}\p{M}]$/u
const CASELESS = /^\p{Lo}$/u
/** What may stand between the white space and an opening mark. */
const LEADS = /^[\s([{“„‟"‘‚«»‹›—–¿¡-]?$/u
/** Words that are written with an apostrophe for what they have lost at their beginning. */
const ELIDED = /^(?:til|till|em|tis|twas|cause|bout|round|n|neath|cuz|\d0s|\d\ds?)(?![\p{L}\p{N}])/iu

/** The marks of a paragraph in order, each with what it does; apostrophes are left out. */
export function readMarks(text: string, { start, end }: Span): readonly Mark[] {
  const signs = Array.from(text.slice(start, end).matchAll(MARKS), ({ 0: sign, index }) => ({ sign, at: start + index, family: families[sign] ?? 'double', before: index > 0 ? text.charAt(start + index - 1) : '', after: start + index + 1 < end ? text.charAt(start + index + 1) : '' }))
  const found: Mark[] = []
  // From the right, so that every single mark is told what comes behind it.
  const ahead: Ahead = { closing: false, certain: false }
  for (const one of signs.reverse()) {
    if (one.family === 'single') {
      const mark = single(text, one, ahead)
      if (mark) found.push(mark)
    } else {
      const act = one.family === 'double' ? double(one) : guillemet(one)
      // A single quotation does not reach over the end of the one it stands in.
      if (act('“') === 'close') ahead.closing = ahead.certain = false
      found.push({ ...one, act })
    }
  }
  return found.reverse()
}

interface Sign extends Omit<Mark, 'act'> {
  readonly before: string
  readonly after: string
}

function double({ sign, before, after }: Sign): Mark['act'] {
  const leading = LEADS.test(before) && !SPACE.test(after)
  if (sign === '„') return () => 'open'
  if (sign === '”') return (open) => (open !== null ? 'close' : leading ? 'open' : 'nothing')
  // “ closes what „ has opened, and where it stands for ” by mistake.
  if (sign !== '"' && sign !== '＂') return (open) => (open !== null && !SPACE.test(before) && (open === '„' || !LETTER.test(after)) && !leading ? 'close' : SPACE.test(after) ? 'nothing' : 'open')
  if (CASELESS.test(before) && CASELESS.test(after)) return () => 'nothing'
  const opens = !SPACE.test(after) && !/[\p{N}\p{L}]/u.test(before) || /\p{L}/u.test(before) && /\p{Lu}/u.test(after)
  return (open) => {
    if (open === null) return opens ? 'open' : 'nothing'
    if (!leading || /[—–-]/u.test(before)) return 'close'
    // A straight mark within curly ones is another quotation; one within straight ones means that the first was never closed.
    return open === '"' && SPACE.test(before) ? 'anew' : open === '"' ? 'close' : 'open'
  }
}

function guillemet({ sign, before, after }: Sign): Mark['act'] {
  if (sign === '「' || sign === '『') return () => 'open'
  if (sign === '」' || sign === '』') return (open) => (open === null ? 'nothing' : 'close')
  const leading = LEADS.test(before) && !SPACE.test(after)
  // French «…» and German »…«.
  if (sign === '«' || sign === '‹') return (open) => (open === '»' || open === '›' ? 'close' : LETTER.test(before) && SPACE.test(after) ? 'nothing' : 'open')
  return (open) => (open === '«' || open === '‹' ? 'close' : open === null && leading ? 'open' : 'nothing')
}

/** What the single marks to the right, up to the next that opens, would do. */
interface Ahead {
  closing: boolean
  /** One of them can't be an apostrophe. */
  certain: boolean
}

function single(text: string, { sign, at, family, before, after }: Sign, ahead: Ahead): Mark | null {
  const leading = LEADS.test(before) && !SPACE.test(after)
  const elided = ELIDED.test(text.slice(at + 1, at + 8))
  if (sign === '‘' || sign === '‚' || sign === '‛' || (sign === "'" && leading)) {
    // ‘ closes what ‚ has opened.
    const closes = !leading && !LETTER.test(after) && !SPACE.test(before)
    const opens = sign === "'" ? ahead.closing && !elided : ahead.closing || !elided
    if (!closes) ahead.closing = ahead.certain = false
    if (closes) return { sign, at, family, act: (open) => (open === null ? 'nothing' : 'close') }
    return opens && !SPACE.test(after) ? { sign, at, family, act: () => 'open' } : null
  }
  if (LETTER.test(after) || SPACE.test(before)) return null
  // “the dogs’ bones”, “runnin’ late”: closes unless one that surely does is still to come.
  const doubtful = /\s/u.test(after) && (/[sxzSXZ]/u.test(before) || text.slice(at - 2, at) === 'in')
  const closes = !(doubtful && ahead.certain)
  ahead.closing = true
  if (!doubtful) ahead.certain = true
  return closes ? { sign, at, family, act: (open) => (open === null ? 'nothing' : 'close') } : null
}
