const toText = 'open it in its program, save it as plain text (UTF-8), and import that'

/** First bytes, as Latin-1, of the files that researchers most often drop by mistake. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'it is a PDF document, not plain text'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', `it is a document of an older Word, Excel or PowerPoint: not supported yet; save it as .docx or as plain text (UTF-8) and import that`],
  ['\x89PNG\r\n', 'it is a picture (PNG), not text'],
  ['\xff\xd8\xff', 'it is a picture (JPEG), not text'],
  ['GIF87a', 'it is a picture (GIF), not text'],
  ['GIF89a', 'it is a picture (GIF), not text'],
  ['II*\0', 'it is a picture (TIFF), not text'],
  ['MM\0*', 'it is a picture (TIFF), not text'],
  ['\x1f\x8b', 'it is a compressed file (gzip): unpack it and import what is inside'],
  ['7z\xbc\xaf\x27\x1c', 'it is a compressed file (7z): unpack it and import what is inside'],
  ['Rar!\x1a\x07', 'it is a compressed file (RAR): unpack it and import what is inside'],
  ['SQLite format 3\0', 'it is a database, not text'],
]

/** Names of members near the start of a ZIP file that tell what it really is. */
const zipMembers: readonly (readonly [member: string, kind: string])[] = [
  ['xl/', 'it is an Excel workbook, not plain text'],
  ['ppt/', `it is a PowerPoint file: not supported yet; ${toText}`],
  ['application/vnd.oasis.opendocument', `it is an OpenDocument file: not supported yet; ${toText}`],
]

/** What a file is when its first bytes say that it isn't plain text, as a sentence without its full stop. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.startsWith('PK\x03\x04')) return zipKind(head)
  return signatures.find(([start]) => head.startsWith(start))?.[1]
}

function zipKind(head: string): string {
  const known = zipMembers.find(([member]) => head.includes(member))
  return known?.[1] ?? 'it is a ZIP archive: unpack it and import what is inside'
}
