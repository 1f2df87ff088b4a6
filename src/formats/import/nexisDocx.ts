import { leadingDate } from '../../domain/text/writtenDate'
import { docxParagraphs } from './docxParagraphs'
import { dateAndEdition, isCopyright } from './nexisDocument'
import { headFields, labelled, note } from './nexisLabels'
import { recordOf, withTail } from './nexisZones'
import { oneLine, type PressRecord } from './pressArticle'
import { pressImporter } from './pressImporter'

const endLine = /^(?:End of Document|Ende des Dokuments?|Fin du document|Fin del documento|Fine del documento|Fim do documento|Einde van (?:het )?document)$/i
const bodyLine = /^(?:Body|Text|Textkörper|Haupttext|Corps|Corps du texte|Texte|Cuerpo|Texto|Corpo|Testo|Hoofdtekst|Tekst)$/

/** Lines of the cover, in English, German and French. */
const coverLine = /^(?:User Name|Date and Time|Job Number|Documents? \(\d|Client\/Matter|Search (?:Terms|Type)|Narrowed by|Content Type|Sources?\b|Benutzername|Datum und Uhrzeit|Jobnummer|Auftragsnummer|Dokumente? \(\d|Klient\/|Mandant\/|Suchbegriffe|Suchtyp|Eingegrenzt|Quellen?\b|Nom d['’]utilisateur|Date et heure|Numéro d|Client\/dossier|Termes de recherche|Type de recherche|Affiné)/i

/**
 * Nexis Uni as a Word file: perhaps a cover that tells who searched for what, with a list of contents; then for each
 * article headline, outlet, date, copyright, labels, "Body", the body, labels, "End of Document". The cover and all else
 * before a headline is dropped.
 */
export const nexisDocx = pressImporter({
  id: 'nexis-docx',
  label: 'Nexis Uni, Word',
  encodingOf: () => '',
  bearsMarks: async (file) => {
    const lines = (await docxParagraphs(file)).map(({ text }) => text)
    const body = lines.findIndex((line) => bodyLine.test(line.trim()))
    return body !== -1 && lines.slice(0, body).some(isHeadLabel)
  },
  async *records(file): AsyncGenerator<PressRecord> {
    for (const paragraphs of documents((await docxParagraphs(file)).map(({ text, item }) => (item ? `• ${text.trim()}` : text.trim())))) {
      const record = recordFrom(paragraphs)
      if (record) yield record
    }
  },
})

const isHeadLabel = (paragraph: string): boolean => headFields.has(labelled(paragraph, 'no-break space')?.field ?? '')

/** Without empty paragraphs; the last one may have no end. */
function* documents(paragraphs: readonly string[]): Generator<readonly string[]> {
  let open: string[] = []
  for (const paragraph of paragraphs) {
    if (endLine.test(paragraph)) {
      yield open
      open = []
    } else if (paragraph !== '') open.push(paragraph)
  }
  yield open
}

function recordFrom(paragraphs: readonly string[]): PressRecord | undefined {
  const firstLabel = paragraphs.findIndex((one) => isHeadLabel(one) || bodyLine.test(one))
  if (firstLabel === -1) return undefined
  const bodyAt = paragraphs.findIndex((one, index) => index >= firstLabel && bodyLine.test(one))
  const lastLabel = paragraphs.reduce((last, one, index) => (index >= firstLabel && isHeadLabel(one) ? index : last), firstLabel)
  const bodyStart = bodyAt === -1 ? lastLabel + 1 : bodyAt + 1
  const known = new Map<string, string>()
  for (const paragraph of paragraphs.slice(firstLabel, bodyStart)) {
    const label = labelled(paragraph, 'no-break space')
    if (label) note(known, label)
  }
  const { rights, edition, ...top } = topOf(paragraphs.slice(0, firstLabel))
  const { time, ...dated } = dateAndEdition(top.date)
  const record = recordOf(withTail(known, [], paragraphs.slice(bodyStart), 'no-break space'))
  return {
    ...record, headline: top.headline, outlet: top.outlet, date: dated.date === '' ? top.date : dated.date,
    variables: { time, edition: [dated.edition, edition].filter(Boolean).join('; '), ...record.variables, copyright: rights },
  }
}

/** The last lines of what precedes the labels; before them there may be a cover. */
function topOf(paragraphs: readonly string[]): { readonly headline: string; readonly outlet: string; readonly date: string; readonly edition: string; readonly rights: string } {
  const rights = paragraphs.filter(isCopyright).map(oneLine).join(' ')
  const cover = paragraphs.reduce((last, one, index) => (coverLine.test(one) ? index : last), -1)
  const lines = paragraphs.slice(cover + 1).filter((one) => !isCopyright(one) && !/^Link to (?:Image|PDF|Text)$/i.test(one))
  const dated = lines.reduce((last, one, index) => (leadingDate(one) ? index : last), -1)
  // Without a date that can be read, it is the last of the three.
  const at = dated === -1 ? Math.max(2, lines.length - 1) : dated
  return { headline: lines[at - 2] ?? '', outlet: lines[at - 1] ?? '', date: lines[at] ?? '', edition: lines.slice(at + 1).map(oneLine).join('; '), rights }
}
