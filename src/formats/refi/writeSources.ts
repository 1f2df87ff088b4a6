import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import type { CodeEntry } from '../../domain/project/codes'
import { offsetWriter, type OffsetReading } from '../../domain/text/offsets'
import { placed } from '../interchange/placed'
import { withBlock } from './block'
import { isUuid } from './guids'
import { linksXml } from './writeLinks'
import { annotationNote, sheetNote } from './writeNotes'
import { annotationData, annotationLines } from './sayings'
import { ofArticle } from './variables'
import type { Writing } from './writing'
import { element, textElement } from './xmlText'

/** Where an article's text stands in the archive. */
export const textPath = (article: string, { guid }: Writing): string => `${guid('article', article)}.txt`

/** A text as its file has it: with line ends as they were asked for. */
export function fileText(text: string, { order }: Writing): string {
  // A mark that belongs to the text would be taken for the file's.
  const marked = text.startsWith('\uFEFF') ? `\uFEFF${text}` : text
  return order.lineEnds === 'crlf' ? marked.replaceAll('\n', '\r\n') : marked
}

/** `TextSource` of an article with all that was coded of it. Positions are code points of the text as its file has it (specification, 10.2). */
export async function sourceXml(article: Article, name: string, writing: Writing): Promise<string> {
  const { source, guid, variables } = writing
  const coded = await placed(source, article)
  const known = coded.annotations.flatMap((annotation) => {
    const entry = writing.entries.get(annotation.code)
    return entry ? [{ annotation, entry }] : []
  })
  writing.links.push(...linksXml(known, guid))
  const [passages, whole] = [known.filter(({ annotation }) => annotation.spans.length > 0), known.filter(({ annotation }) => annotation.spans.length === 0)]
  const position = passages.length === 0 ? null : await positions(article, writing)
  const description = withBlock('', [], { article: isUuid(article.id) ? undefined : article.id, hash: source.text ? undefined : article.hash })
  return element(
    'TextSource',
    { guid: guid('article', article.id), name, plainTextPath: source.text ? `internal://${textPath(article.id, writing)}` : undefined, creationDateTime: article.imported },
    description === '' ? '' : textElement('Description', description),
    ...passages.flatMap(({ annotation, entry }) => selections(annotation, entry, position, writing)),
    ...whole.map(({ annotation, entry }) => codingXml(annotation, 0, annotationNote(annotation, entry, writing), writing)),
    ...coded.sheets.map((sheet) => sheetNote(sheet, name, writing)),
    variables.valuesOf(ofArticle(article)),
  )
}

/** What positions count in the text as its file has it, or as it would. */
export const readingOf = ({ order }: Pick<Writing, 'order'>): OffsetReading => ({ unit: 'code-point', breaks: order.lineEnds })

/** Null where nobody can tell: offsets stay as they are then. */
async function positions({ id }: Article, writing: Writing): Promise<((offset: number) => number) | null> {
  const { source } = writing
  const text = await source.text?.(id)
  return text === undefined ? await source.positions?.(id, readingOf(writing)) ?? null : offsetWriter(fileText(text, writing), readingOf(writing))
}

/** A selection for each span. What fills a role is one of its own; only the first says what was entered. */
function selections(annotation: Annotation, entry: CodeEntry, position: ((offset: number) => number) | null, writing: Writing): readonly string[] {
  const { id, coder, spans, note, created, modified } = annotation
  const { source, guid, nameOf } = writing
  const roles = new Map(entry.fields.map((field) => [field.id, field.name]))
  return spans.map(({ start, end, quote, role }, i) => {
    const part = spans.length > 1 || role !== undefined ? { annotation: id, part: i, role } : {}
    const lines = role === undefined ? [] : [`${entry.code.name}, ${roles.get(role) ?? role}`]
    const description = i === 0
      ? withBlock(note, [...lines, ...annotationLines(annotation, entry, nameOf)], { ...annotationData(annotation, source.codebook.version), ...part })
      : withBlock('', lines, part)
    const attributes = {
      guid: guid('selection', `${id} ${i}`), name: source.text ? shortened(quote) : undefined, startPosition: position?.(start) ?? start, endPosition: position?.(end) ?? end,
      creatingUser: guid('coder', coder), creationDateTime: created, modifiedDateTime: modified,
    }
    return element('PlainTextSelection', attributes, description === '' ? '' : textElement('Description', description), codingXml(annotation, i, '', writing))
  })
}

const codingXml = ({ id, coder, code, created }: Annotation, part: number, note: string, { guid }: Writing): string =>
  element('Coding', { guid: part === 0 ? guid('annotation', id) : guid('part', `${id} ${part}`), creatingUser: guid('coder', coder), creationDateTime: created }, element('CodeRef', { targetGUID: guid('code', code) }), note)

const LONGEST_NAME = 255

/** Programs list selections by the beginning of their words. */
function shortened(quote: string): string {
  const words = quote.replace(/\s/g, ' ')
  if (words.length <= LONGEST_NAME) return words
  return `${words.slice(0, LONGEST_NAME).replace(/\p{Surrogate}$/u, '')}...`
}
