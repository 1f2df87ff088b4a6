import { addExample } from '../../domain/changes/commands/codebook/codes'
import type { Span } from '../../domain/text/span'
import { codable } from './codeTargets'
import { writable, type Desk } from './command'

/** Makes a passage an example of a code: the selected one, or the one given. */
export async function makeExample(desk: Desk, code: string, passage: { readonly article: string; readonly span: Span } | undefined = codable(desk)): Promise<void> {
  const session = writable(desk)
  const article = session?.records.article.get(passage?.article ?? '')
  if (!session || !passage || !article) return
  // The true words are kept; whoever shows them masks them.
  const quote = (await session.text(passage.article)).slice(passage.span.start, passage.span.end)
  if (!session.perform(addExample(session.records, code, { quote, from: [session.masked.mask ? '' : article.outlet, article.date].filter(Boolean).join(', ') }, session.circumstances()))) return
  desk.hint.set(`Now an example of “${session.codes().get(code)?.code.name ?? ''}”`)
}
