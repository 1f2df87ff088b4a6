import { listIn, textIn } from '../interchange/readJson'
import type { JsonObject } from '../json'

export interface BasilText {
  readonly text: string
  /** Where, in code points, a sentence begins: `title`, or `p` and its number over all paragraphs. Undefined where there is none. */
  readonly begins: (id: string) => number | undefined
}

/** The title, then the paragraphs with an empty line between them; sentences follow after a space. */
export function basilText(article: JsonObject): BasilText {
  const begins = new Map<string, number>()
  let text = '', length = 0, sentences = 0
  const put = (part: string): void => {
    text += part
    length += Array.from(part).length
  }
  begins.set('title', 0)
  put(textIn(article['title']))
  for (const paragraph of listIn(article['body-paragraphs'])) {
    put('\n\n')
    for (const [i, sentence] of listIn(paragraph).entries()) {
      if (i > 0) put(' ')
      begins.set(`p${sentences}`, length)
      sentences += 1
      put(textIn(sentence))
    }
  }
  return { text, begins: (id) => begins.get(id) }
}
