import { withBlock } from './block'
import { casesXml } from './writeCases'
import { codesXml } from './writeCodes'
import { codeMemo } from './writeNotes'
import { readingOf, sourceXml } from './writeSources'
import type { Writing } from './writing'
import { element, opening, textElement } from './xmlText'

/** What a file of ours names as the program it is from. */
export const ORIGIN = 'Synoptic'

/** What every document begins with. */
export const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

/** `project.qde`, piece by piece: the children of `Project` in the order that the schema demands, without any that would be empty. */
export async function* projectXml(writing: Writing): AsyncGenerator<string, void> {
  const { source, guid, notes, links } = writing
  const { name, created, memo } = source.info
  yield DECLARATION + opening('Project', { xmlns: 'urn:QDA-XML:project:1.0', name, origin: ORIGIN, creationDateTime: created })
  yield* container('Users', source.coders.map((coder) => element('User', { guid: guid('coder', coder.id), name: coder.name, id: coder.id })))
  const codes = codesXml(source.codebook, { guid, examples: source.text !== null, memo: (code) => codeMemo(code, guid, notes) })
  if (codes !== '') yield element('CodeBook', {}, codes)
  yield writing.variables.xml()
  yield* container('Cases', casesXml(writing))
  yield* container('Sources', sources(writing))
  yield* container('Notes', notes)
  yield* container('Links', links)
  yield textElement('Description', withBlock(memo, [], { project: source.info.id, codebook: source.codebook.version, positions: source.text ? undefined : source.positions ? readingOf(writing) : { unit: 'utf16', breaks: 'lf' } }))
  yield '</Project>\n'
}

async function* sources(writing: Writing): AsyncGenerator<string, void> {
  const taken = new Set<string>()
  for (const article of writing.source.articles) yield `\n${await sourceXml(article, distinct(article.headline || article.source.file, taken), writing)}`
}

async function* container(name: string, children: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string, void> {
  let begun = false
  for await (const child of children) {
    if (!begun) yield `\n${opening(name)}`
    begun = true
    yield child
  }
  if (begun) yield `</${name}>\n`
}

/** Programs know documents by their names, whatever case they are in. */
function distinct(name: string, taken: Set<string>): string {
  let free = name
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name} (${n})`
  taken.add(free.toLowerCase())
  return free
}
