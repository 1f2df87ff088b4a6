/** The longest value that is a fact and not a text. */
const LONGEST_VALUE = 2000

/**
 * What stands between two lines of `---` at the top of a text, as far as it is `key: value` on one line; lists and nested
 * values are passed over. Keys in lower case, the first of each counts. Without such lines the text is all body.
 */
export function frontMatter(text: string): { readonly fields: ReadonlyMap<string, string>; readonly body: string } {
  const fields = new Map<string, string>()
  const end = /^---[ \t]*\n/.test(text) ? /\n---[ \t]*(?:\n|$)/.exec(text) : null
  if (!end) return { fields, body: text }
  for (const line of text.slice(0, end.index).split('\n').slice(1)) {
    const [, key = '', value = ''] = /^([\p{L}_][\p{L}\p{N}_ -]*?)[ \t]*:[ \t]+(\S.*)$/u.exec(line) ?? []
    const name = key.toLowerCase()
    const plain = unquoted(value.trim())
    if (name !== '' && !fields.has(name) && plain !== '' && plain.length <= LONGEST_VALUE) fields.set(name, plain)
  }
  return { fields, body: text.slice(end.index + end[0].length) }
}

/** YAML's two kinds of quotation marks; other values of more than one part, such as `[a, b]`, are none. */
function unquoted(value: string): string {
  const double = /^"((?:[^"\\]|\\.)*)"$/.exec(value)?.[1]
  if (double !== undefined) return double.replace(/\\(["\\/])/g, '$1')
  const single = /^'((?:[^']|'')*)'$/.exec(value)?.[1]
  if (single !== undefined) return single.replaceAll("''", "'")
  return /^[[{|>&*!%@`]/.test(value) ? '' : value.replace(/\s#.*$/, '')
}
