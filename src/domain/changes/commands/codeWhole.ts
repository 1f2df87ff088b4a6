import { blindNow } from '../../masking/blind'
import type { Annotation } from '../../project/annotation'
import { codeEntries, defaultsOf, type CodeEntry } from '../../project/codes'
import { THE, type Records } from '../../project/records'
import type { Circumstances, Outcome } from '../command'
import { quoted } from './codebook/quoted'
import { recode } from './recode'

/**
 * Applies a code to an article or an event as a whole, as its dimension's unit says. Where the dimension takes only one
 * code and the coder has given another, that annotation is recoded. Null when the code is there already, unless it asks for
 * an entity and the dimension takes several (a feeling for each of the main entities, say), or when the subject is not
 * what the dimension is for.
 */
export function codeWhole(records: Records, { subject, code }: { readonly subject: string; readonly code: string }, at: Circumstances): Outcome {
  const codebook = records.codebook.get(THE)
  const entries = codebook && codeEntries(codebook)
  const entry = entries?.get(code)
  if (!codebook || !entries || !entry) return null
  const { dimension } = entry
  const fits = dimension.unit === 'article' ? records.article.has(subject) : dimension.unit === 'event' && records.event.has(subject)
  if (!fits) return null
  const own = [...(records.annotationsOf.get(subject)?.values() ?? [])].filter((one) => one.coder === at.coder)
  if (own.some((one) => one.code === code) && !repeats(entry)) return null
  const rival = dimension.choice === 'one' ? own.find((one) => entries.get(one.code)?.dimension === dimension) : undefined
  if (rival) return recode(records, { annotation: rival.id, code }, at)
  const after: Annotation = {
    id: at.id(), subject, coder: at.coder, code, unit: dimension.unit, spans: [], values: defaultsOf(entry), note: '', certainty: null,
    textVersion: records.article.get(subject)?.version ?? 1, codebook: codebook.version, created: at.now, modified: at.now, ...blindNow(records),
  }
  return { label: `code ${quoted(entry.code.name)}`, edits: [{ kind: 'annotation', id: after.id, before: null, after }] }
}

/** Whether a code can be given to the same article or event several times, each time about another entity. */
export const repeats = ({ dimension, fields }: CodeEntry): boolean => dimension.choice === 'many' && fields.some((field) => field.kind === 'entity' && field.required)
