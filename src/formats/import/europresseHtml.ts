import { datesIn } from '../../domain/text/writtenDate'
import { parseHtml } from './htmlDocument'
import { htmlOf } from './htmlSource'
import { textOfHtml } from './htmlText'
import { oneLine, type PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'

/** The name of the publication, with which each article begins; newer files have an element around the article. */
const olderMark = /(?=<span\b[^>]{0,200}\bclass\s*=\s*["']?DocPublicationName\b)/i
const newerMark = /(?=<article\b)/i

/** Europresse as HTML, older and newer. The certificate, which tells who asked for the document and when, is dropped. */
export const europresseHtml = pressImporter({
  id: 'europresse-html',
  label: 'Europresse, HTML',
  encodingOf: (file) => htmlOf(file).encoding,
  bearsMarks: (file) => olderMark.test(htmlOf(file).html),
  *records(file): Generator<PressRecord> {
    const { html } = htmlOf(file)
    // Each by itself: a document of all of them would take many times the memory.
    const mark = newerMark.test(html) ? newerMark : olderMark
    for (const markup of html.split(mark)) {
      if (markup.search(mark) !== 0) continue
      const { body } = parseHtml(markup)
      if (body.querySelector('.DocPublicationName')) yield recordOf(body)
    }
  },
})

function recordOf(root: Element): PressRecord {
  const { outlet, issue } = publication(taken(root, '.DocPublicationName'))
  const { date, section, page, length } = headerParts(taken(root, '.DocHeader'))
  for (const table of root.querySelectorAll('table')) if (table.querySelector('.txtCertificat, img[alt^="Certificat"]')) table.remove()
  const byline = bylineOf(root)
  const headline = taken(root, '.TitreArticleVisu, .titreArticleVisu, .titreArticle')
  const own = root.querySelector('.DocText')
  const paragraphs = textOfHtml(own ?? root).text.split(/\n{2,}/)
  const end = paragraphs.findIndex((one) => /^(?:©|(?:Numéro de document|Document number)\s*:)/i.test(one))
  const after = end === -1 ? [] : paragraphs.slice(end)
  return {
    headline, byline, outlet, date, section,
    paragraphs: end === -1 ? paragraphs : paragraphs.slice(0, end),
    variables: { issue, page, stated_length: length, copyright: after.find((one) => one.startsWith('©')), document_id: documentId(after, root) },
  }
}

/** The text of what matches, taken out of the document. */
function taken(root: Element, selector: string): string {
  const elements = [...root.querySelectorAll(selector)].filter((one) => !one.parentElement?.closest(selector))
  const text = oneLine(elements.map((one) => one.textContent).join(''))
  for (const one of elements) one.remove()
  return text
}

/** In older files a line after the headline, ended by `br`, before the first empty `p`; newer ones have an element for it. */
function bylineOf(root: Element): string {
  const own = taken(root, '.docAuthors')
  const first = root.querySelector('.TitreArticleVisu')?.parentElement?.querySelector('.TitreArticleVisu ~ p')
  const end = own === '' && first ? before(first) : null
  const name = end?.nodeName === 'BR' ? before(end) : null
  if (name?.nodeType !== root.ownerDocument.TEXT_NODE || before(name)?.nodeName !== 'BR') return own
  const line = oneLine(name.nodeValue ?? '')
  name.parentNode?.removeChild(name)
  return line
}

/** What precedes a node, white space aside. */
function before(node: Node): Node | null {
  let previous = node.previousSibling
  while (previous && previous.nodeName === '#text' && previous.nodeValue?.trim() === '') previous = previous.previousSibling
  return previous
}

/** "Magazine, no. 5968". */
function publication(line: string): { readonly outlet: string; readonly issue: string | undefined } {
  const [, outlet = line, issue] = /^(.{0,300}\S)\s+(?:no\.?|nº|n°|num\.?)\s*(\d\S{0,15})$/i.exec(line) ?? []
  return { outlet: outlet.replace(/,$/, ''), issue }
}

/** "Politique, jeudi 5 octobre 2013, p. 03". */
function headerParts(line: string): { readonly date: string; readonly section: string; readonly page: string | undefined; readonly length: string | undefined } {
  const [day] = datesIn(line, 1)
  const rest = day ? line.slice(day.end) : ''
  return {
    date: day?.date ?? line, section: day ? line.slice(0, day.start).replace(/[\s,;]+$/, '') : '',
    page: /\bp\.\s*([^\s,;]{1,20})/i.exec(rest)?.[1], length: /\d[\d\s]{0,9}(?:mots|words)\b/i.exec(rest)?.[0],
  }
}

function documentId(after: readonly string[], root: Element): string | undefined {
  const line = after.map((one) => /^(?:Numéro de document|Document number)\s*:\s*(\S+)/i.exec(one)?.[1]).find((id) => id !== undefined)
  return line ?? /\bnews·\S{1,60}/.exec(root.querySelector('.publiC-lblNodoc')?.textContent ?? '')?.[0]
}
