// What ProQuest calls a field -> where it goes: a field of the article, or else the variable of that name; '' is dropped,
// because links lead through the library of whoever downloaded the file.
const labels: Readonly<Record<string, string>> = {
  'title': 'title', 'author': 'byline', 'publication title': 'publication', 'publication date': 'date', 'publication year': 'year', 'section': 'section', 'language of publication': 'language',
  'document url': 'url', 'full text': 'text', 'links': '', 'publication info': '', 'last updated': 'last_updated', 'abstract': 'abstract', 'abstract (summary)': 'abstract',
  'subject': 'subject', 'location': 'location', 'people': 'people', 'company / organization': 'company', 'identifier / keyword': 'keywords', 'identifiers / keywords': 'keywords', 'classification': 'classification',
  'pages': 'page', 'first page': 'page', 'start page': 'page', 'number of pages': 'number_of_pages', 'volume': 'volume', 'issue': 'issue', 'column': 'column', 'dateline': 'dateline', 'edition': 'edition',
  'publisher': 'publisher', 'place of publication': 'place_of_publication', 'country of publication': 'country', 'publication subject': 'publication_subject', 'issn': 'issn',
  'source type': 'publication_type', 'document type': 'document_type', 'document feature': 'document_feature', 'proquest document id': 'document_id', 'accession number': 'accession_number',
  'copyright': 'copyright', 'database': 'database', 'credit': 'credit', 'url': '', 'supplement': 'supplement', 'word count': 'stated_length',
}

/** A line that begins with one of ProQuest's labels, taken apart. */
export function proquestLabel(line: string): { readonly field: string; readonly value: string } | undefined {
  const [whole, label = ''] = /^([A-Z][A-Za-z /()]{2,40}):(?:\s+|$)/.exec(line) ?? []
  const field = labels[label.toLowerCase()]
  return whole === undefined || field === undefined ? undefined : { field, value: line.slice(whole.length).trim() }
}

/** The fields of these lines; one that isn't a label goes on with the label before it. An empty line ends what can be gone on with. */
export function proquestLabels(lines: readonly string[]): Map<string, string> {
  const known = new Map<string, string>()
  let open = ''
  for (const line of lines) {
    const label = proquestLabel(line)
    if (label) open = known.has(label.field) ? '' : label.field
    else if (line.trim() === '') open = ''
    const value = label?.value ?? line.trim()
    if (open !== '') known.set(open, known.has(open) ? `${known.get(open) ?? ''} ${value}` : value)
  }
  known.delete('text')
  return known
}
