/** Bytes at a file's beginning that are enough to know it by. */
export const HEAD = 4_096

const SQLITE = 'SQLite format 3\0'

/** Beginnings of text files that hold coding and could hold no articles. */
const beginnings: readonly RegExp[] = [
  /^\{\s*"format":\s*"synoptic-project"/,
  /^#FORMAT=WebAnno TSV/,
  /^<(?:\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<?(?:\w+:)?(?:CodeBook|Project)\s[^>]*(?:urn:QDA-XML|qdasoftware)/,
  /^[[{][^]*"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
  /^\{[^]*"phrase-level-annotations"\s*:/,
  /^[[{][^]*"completed_by"\s*:/,
]

/**
 * Whether a file can only hold coding that was done elsewhere, and no articles to be imported: told from its name and its
 * beginning, without reading it. Where both are possible, as with doccano's lines of JSON, the answer is no.
 * @param head its first `HEAD` bytes
 */
export function looksLikeWork(name: string, head: Uint8Array): boolean {
  if (/\.(?:qdpx|qdc|qde|qda|ann)$/i.test(name)) return true
  const text = new TextDecoder('utf-8').decode(head.subarray(0, HEAD)).trimStart()
  return text.startsWith(SQLITE) || beginnings.some((one) => one.test(text))
}

/** Whether the files of a folder are the coding of a program: QualCoder's database, or brat's pairs of a text and what was coded in it. */
export function isWorkFolder(names: readonly string[]): boolean {
  const there = new Set(names.map((name) => name.toLowerCase()))
  return there.has('data.qda') || [...there].some((name) => name.endsWith('.ann') && there.has(`${name.slice(0, -'.ann'.length)}.txt`))
}
