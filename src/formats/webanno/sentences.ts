import { ImportRefusal } from '../import/importer'
import { unescaped } from './columns'

export interface Token {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly cells: readonly string[]
}

export interface TsvDocument {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Lines of the head. */
  readonly head: readonly string[]
}

const TOKEN = /^\d+-\d+(?:\.\d+)?\t(\d+)-(\d+)\t([^\t]*)\t?(.*)$/s

/**
 * Reads the sentences of a WebAnno TSV 3 file: `#Text=` (again for each further line of a sentence) and a line for each token, or part
 * of one, with its positions in UTF-16 units. What lies between sentences is not in the file: it becomes line ends.
 * @throws ImportRefusal for a file that is cut off or garbled
 */
export function readTsv(content: string): TsvDocument {
  const lines = content.split(/\r?\n/), head: string[] = [], tokens: Token[] = []
  let text = '', sentence: string[] = [], placed = true
  for (const line of lines) {
    if (line.startsWith('#Text=')) {
      if (placed) sentence = []
      sentence.push(unescaped(line.slice('#Text='.length)))
      placed = false
    } else if (line.startsWith('#')) {
      if (tokens.length === 0 && placed) head.push(line)
    } else if (line !== '') {
      const [, start = '', end = '', word = '', cells = ''] = TOKEN.exec(line) ?? damaged()
      if (!placed) text = withSentence(text, sentence.join('\n'), Number(start), unescaped(word))
      placed = true
      tokens.push({ start: Number(start), end: Number(end), word: unescaped(word), cells: cells.split('\t') })
    }
  }
  if (tokens.length === 0 || tokens.some(({ end }) => end > text.length)) damaged()
  return { text, tokens, head }
}

/** The text so far and a sentence, so that its first token stands where it is said to. */
function withSentence(text: string, sentence: string, start: number, word: string): string {
  const begin = start - Math.max(0, sentence.indexOf(word))
  return begin < text.length ? `${text}${sentence}` : `${text}${'\n'.repeat(begin - text.length)}${sentence}`
}

function damaged(): never {
  throw new ImportRefusal('damaged', 'it is a WebAnno TSV file that is cut off or garbled: export it again')
}
