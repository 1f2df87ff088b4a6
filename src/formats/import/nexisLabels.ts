/** What a label of LexisNexis or Nexis Uni introduces: a field of the article, or else the variable of that name. */
type NexisField = string

// Labels in English, French, German, Spanish, Italian, Portuguese and Dutch, as `plainLabel` makes them.
const labels: Readonly<Record<NexisField, string>> = {
  byline: 'byline author auteur autor autore',
  section: 'section rubrique rubrik ressort seccion sezione secao rubriek sectie',
  stated_length: 'length longueur lange laenge longitud extension lunghezza comprimento tamanho extensao lengte',
  highlight: 'highlight encart zusammenfassung',
  dateline: 'dateline origine ort',
  series: 'series serie',
  load_date: 'load-date date-chargement update ladedatum fecha-carga fecha-de-carga data-caricamento data-de-carga laaddatum',
  language: 'language langue sprache idioma lingua taal',
  publication_type: 'publication-type pub-type type-publication publikationstyp publikationsart tipo-publicacion tipo-de-publicacion tipo-pubblicazione publicatietype',
  journal_code: 'journal-code code-journal zeitungs-code zeitungscode',
  graphic: 'graphic graphique grafik illustration abbildung grafico',
  correction: 'correction korrektur correccion correzione',
  correction_date: 'correction-date date-correction korrekturdatum',
  subject: 'subject sujet thema themen tema asunto assunto onderwerp',
  company: 'company societe firma unternehmen empresa societa bedrijf',
  organization: 'organization organisation organizacion organizzazione organizacao organisatie',
  person: 'person personne persona pessoa persoon',
  industry: 'industry secteur-activite branche sector industria',
  ticker: 'ticker symbole-boursier',
  geographic: 'geographic localisation-geo geografie geographie',
  city: 'city ville stadt ciudad', state: 'state etat bundesland', country: 'country pays land pais paese',
  document_type: 'document-type type-document',
  issn: 'issn', url: 'url', volume: 'volume', issue: 'issue',
  notes: 'notes anmerkungen notas',
}

const fields = new Map(Object.entries(labels).flatMap(([field, names]) => names.split(' ').map((name) => [name, field] as const)))

/** Fields that stand before the body. */
export const headFields: ReadonlySet<NexisField> = new Set(['byline', 'section', 'stated_length', 'highlight', 'dateline', 'series', 'url', 'volume', 'issue'])

/** Fields after the body that may go on for several paragraphs. */
export const longFields: ReadonlySet<NexisField> = new Set(['graphic', 'correction', 'notes'])

/** What tells about whoever asked for the documents. */
const ofTheUser = /^(?:client|user|job|request|download|time|date|send|terms?|search|project|print|account|e-?mail|matter)(?:_|$)/

/** A paragraph that begins with a label, taken apart. */
export interface Labelled {
  readonly field: NexisField
  /** False for a label that is none of those listed; the variable is then called as the label is. */
  readonly listed: boolean
  readonly value: string
}

/**
 * How labels stand out from prose, which may begin with "Note:" as well: the older exports write them in capitals, Nexis
 * Uni puts a no-break space after them and some on a line of their own.
 */
export type LabelStyle = 'capitals' | 'no-break space'

/** The label at the beginning of a paragraph. Labels that aren't listed count only where the style is plain. */
export function labelled(paragraph: string, style: LabelStyle): Labelled | undefined {
  const [whole, label = '', after] = /^\s*(\p{L}[\p{L}\p{M} -]{2,24}):(\s|$)\s*/u.exec(paragraph) ?? []
  if (whole === undefined) return style === 'no-break space' ? sectionLine(paragraph.trim()) : undefined
  if (style === 'capitals' ? label !== label.toUpperCase() : after !== '\u00A0') return undefined
  const plain = plainLabel(label)
  const field = fields.get(plain)
  return { field: field ?? plain.replace(/-/g, '_'), listed: field !== undefined, value: paragraph.slice(whole.length) }
}

/** Lines that begin a part of what follows the body. */
const sectionLine = (line: string): Labelled | undefined => {
  const field = /^(?:Classification|Klassifizierung|Clasificación|Classificazione|Classificação|Classificatie)$/.test(line) ? 'classification' : /^(?:Graphic|Notes|Correction)$/.test(line) ? line.toLowerCase() : undefined
  return field === undefined ? undefined : { field, listed: true, value: '' }
}

/** Adds a label's value to what is known; what tells about the user is dropped, and a repeated label goes on. */
export function note(known: Map<string, string>, { field, value }: Labelled): void {
  if (ofTheUser.test(field)) return
  const before = known.get(field)
  known.set(field, before === undefined || before === '' ? value : `${before}; ${value}`)
}

const plainLabel = (label: string): string => label.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase().replace(/ +/g, '-')
